/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.config.ServiceId;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where credentials come from, shown by the key that a call is signed with. One server stands for
 * Lambda, STS, SSO, the container's and the instance's metadata.
 */
final class CredentialsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void keys_of_the_configuration_come_before_all_others() {
    PropertyMap config =
        PropertyMap.builder().put("accessKey", "AKIACONFIG").put("secretKey", SECRET).build();

    assertThat(signer(config, keys())).isEqualTo("AKIACONFIG");
  }

  @Test
  void keys_of_the_environment_come_before_a_profile() throws IOException {
    assertThat(signer(profile("[default]\naws_access_key_id = AKIAPROFILE\n"), keys()))
        .isEqualTo("AKIAENVIRONMENT");
  }

  @Test
  void a_profile_that_the_environment_names_has_keys() throws IOException {
    PropertyMap config =
        profile(
            "[default]\n[work]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = "
                + SECRET
                + "\n");

    assertThat(signer(config, Map.of("AWS_PROFILE", "work"))).isEqualTo("AKIAPROFILE");
  }

  @Test
  void a_web_identity_of_the_environment_assumes_its_role_unsigned() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "the-token\n");
    Map<String, String> environment =
        Map.of(
            "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(),
            "AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod",
            "AWS_ROLE_SESSION_NAME", "shop");

    assertThat(signer(PropertyMap.empty(), environment)).isEqualTo("ASIAASSUMED");
    assertThat(requests)
        .anySatisfy(
            request ->
                assertThat(request)
                    .contains(
                        "Action=AssumeRoleWithWebIdentity",
                        "RoleArn=arn:aws:iam::123456789012:role/pod",
                        "RoleSessionName=shop",
                        "WebIdentityToken=the-token"));
    assertThat(signatures.get(0)).isEqualTo("null");
  }

  @Test
  void a_role_is_assumed_with_external_id_and_session_tags() {
    PropertyMap config =
        PropertyMap.builder()
            .put(
                "assumeRole",
                "{\"roleArn\":\"arn:aws-us-gov:iam::123456789012:role/deployer\","
                    + "\"externalId\":\"ext-1\",\"tags\":{\"team\":\"shop\"}}")
            .build();

    assertThat(signer(config, keys())).isEqualTo("ASIAASSUMED");
    assertThat(requests)
        .anySatisfy(
            request ->
                assertThat(request)
                    .contains(
                        "Action=AssumeRole&",
                        "ExternalId=ext-1",
                        "Tags.member.1.Key=team",
                        "Tags.member.1.Value=shop"));
    assertThat(signatures.get(0)).contains("Credential=AKIAENVIRONMENT");
  }

  @Test
  void an_instance_has_credentials_of_its_role() throws IOException {
    PropertyMap config = profile("").toBuilder().put("ec2MetadataServiceEndpoint", url()).build();

    assertThat(signer(config, Map.of())).isEqualTo("ASIAINSTANCE");
  }

  @Test
  void a_container_has_credentials_of_its_task() throws Exception {
    assertThat(signerOfProcess(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", url() + "/container")))
        .isEqualTo("ASIACONTAINER");
  }

  @Test
  void a_profile_that_logged_in_by_sso_has_credentials() throws Exception {
    write(
        ".aws/config",
        """
        [profile work]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = deployer
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-central-1
        """);
    write(
        ".aws/sso/cache/" + sha1("corp") + ".json",
        "{\"accessToken\":\"tok\",\"expiresAt\":\"2099-01-01T00:00:00Z\","
            + "\"startUrl\":\"https://corp.awsapps.com/start\",\"region\":\"eu-central-1\"}");

    assertThat(signerOfProcess(Map.of("AWS_PROFILE", "work"))).isEqualTo("ASIASSO");
  }

  @Test
  void a_missing_login_is_said_with_all_places_and_what_to_do() throws IOException {
    PropertyMap config = profile("").toBuilder().put("skipMetadataApiCheck", "true").build();

    try (SdkClients clients = clients(config, Map.of())) {
      assertThatThrownBy(() -> clients.lambda().getFunction(get -> get.functionName("x")))
          .hasMessageContainingAll(
              CredentialsChain.NOT_FOUND,
              "environment: AWS_ACCESS_KEY_ID is not set",
              "web identity",
              "profile",
              "container");
    }
  }

  @Test
  void a_service_has_its_own_endpoint_or_the_one_for_all() {
    Map<String, String> environment =
        new TreeMap<>(
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:9", "AWS_ENDPOINT_URL_LAMBDA", url()));

    assertThat(signer(PropertyMap.empty(), with(keys(), environment))).isEqualTo("AKIAENVIRONMENT");
    assertThat(new EnvironmentEndpoints(environment).find(ServiceId.STS).orElseThrow()).hasPort(9);
    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertThat(new EnvironmentEndpoints(environment).find(ServiceId.LAMBDA)).isEmpty();
  }

  private static Map<String, String> keys() {
    return Map.of("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT", "AWS_SECRET_ACCESS_KEY", SECRET);
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(some);
    all.putAll(more);
    return all;
  }

  /** The access key that a call to Lambda is signed with. */
  private String signer(PropertyMap config, Map<String, String> environment) {
    try (SdkClients clients =
        clients(config, with(Map.of("AWS_ENDPOINT_URL", url()), environment))) {
      clients.lambda().getFunction(get -> get.functionName("x"));
    }
    return lastSigner();
  }

  private String lastSigner() {
    String last = signatures.get(signatures.size() - 1);
    return last.replaceFirst(".*Credential=([^/]+)/.*", "$1");
  }

  /** The same in a process of its own, for what the SDK reads from its environment itself. */
  private String signerOfProcess(Map<String, String> environment) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("-Duser.home=" + folder);
    command.add(OneCall.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("AWS_ENDPOINT_URL", url());
    builder.environment().put("AWS_REGION", "eu-central-1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return lastSigner();
  }

  private static SdkClients clients(PropertyMap config, Map<String, String> environment) {
    PropertyMap here = config.toBuilder().put("region", "eu-central-1").build();
    return new SdkClients(
        ProviderConfig.of(here), environment, "plinth/test", new ServiceFlows(new FakeTime()));
  }

  private PropertyMap profile(String credentials) throws IOException {
    return PropertyMap.builder()
        .putTexts("sharedCredentialsFiles", List.of(write("credentials", credentials).toString()))
        .build();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String sha1(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    requests.add(path + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
    if (body.contains("Action=") || path.startsWith("/2015")) {
      signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }
    byte[] answer = answer(path, body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String answer(String path, String body) {
    if (body.contains("Action=AssumeRole")) {
      String action = body.contains("WebIdentity") ? "AssumeRoleWithWebIdentity" : "AssumeRole";
      return ("<%1$sResponse><%1$sResult><Credentials><AccessKeyId>ASIAASSUMED</AccessKeyId>"
              + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
              + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></%1$sResult>"
              + "</%1$sResponse>")
          .formatted(action);
    }
    return switch (path) {
      case "/container" -> keysOf("ASIACONTAINER");
      case "/latest/api/token" -> "token";
      case "/latest/meta-data/iam/security-credentials/" -> "instance-role";
      case "/latest/meta-data/iam/security-credentials/instance-role" -> keysOf("ASIAINSTANCE");
      case "/federation/credentials" ->
          "{\"roleCredentials\":{\"accessKeyId\":\"ASIASSO\",\"secretAccessKey\":\"s\","
              + "\"sessionToken\":\"t\",\"expiration\":4070908800000}}";
      default -> path.startsWith("/2015") ? "{\"Configuration\":{\"FunctionName\":\"x\"}}" : "";
    };
  }

  private static String keysOf(String accessKey) {
    return "{\"Code\":\"Success\",\"AccessKeyId\":\""
        + accessKey
        + "\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"2099-01-01T00:00:00Z\"}";
  }
}
