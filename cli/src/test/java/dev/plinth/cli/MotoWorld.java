/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.client.SdkClients;
import dev.plinth.aws.client.ServiceFlows;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.interop.moto.MotoServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * moto's account with what the examples refer to, a command line that deploys to it, and the SDK's
 * clients to look and to meddle.
 */
final class MotoWorld implements AutoCloseable {
  /** The bucket of the examples. Another account has another one: their names are global. */
  static final String BUCKET = "acme-artifacts";

  /** The account that the examples name. */
  private static final String USUAL_ACCOUNT = "123456789012";

  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

  private final TestWorld world;
  private final AwsClients clients;
  private final String bucket;
  private final String surroundings;

  private MotoWorld(TestWorld world, AwsClients clients, String account) {
    this.world = world;
    this.clients = clients;
    this.bucket = account.equals(USUAL_ACCOUNT) ? BUCKET : BUCKET + "-" + account;
    furnish();
    this.surroundings = world.file("surroundings/outputs.yaml", outputs());
  }

  /**
   * Opens the account of the examples.
   *
   * @throws org.opentest4j.TestAbortedException where moto is not installed, but for CI
   */
  static MotoWorld open(Path home) {
    return open(home, USUAL_ACCOUNT, "us-east-1");
  }

  /** Opens an account: moto gives whoever assumes a role the account of that role. */
  static MotoWorld open(Path home, String account, String region) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_ENDPOINT_URL", MotoServer.running().endpoint().toString());
    environment.put("AWS_REGION", region);
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "unchecked");
    try (AwsClients anybody = clients(environment)) {
      Credentials keys =
          anybody
              .sts()
              .assumeRole(
                  role ->
                      role.roleArn("arn:aws:iam::" + account + ":role/developer")
                          .roleSessionName("test"))
              .credentials();
      environment.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
      environment.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
      environment.put("AWS_SESSION_TOKEN", keys.sessionToken());
    }
    TestWorld world = new TestWorld(home);
    environment.forEach(world::with);
    return new MotoWorld(world, clients(environment), account);
  }

  private static AwsClients clients(Map<String, String> environment) {
    ProviderConfig config = ProviderConfig.of(PropertyMap.empty());
    ServiceFlows flows = new ServiceFlows(Sleeper.SYSTEM);
    return new SdkClients(config, environment, "plinth/test", flows);
  }

  /** Lets the commands find another variable in their environment. */
  MotoWorld with(String variable, String value) {
    world.with(variable, value);
    return this;
  }

  /** The folder of examples in this checkout. */
  static Path examples() {
    return Path.of("").toAbsolutePath().getParent().resolve("examples");
  }

  Ended run(String... args) {
    return world.run(args);
  }

  String file(String name, String text) {
    return world.file(name, text);
  }

  /** Writes a manifest and answers its path. */
  String manifest(String text) {
    return world.file("manifest.yaml", text);
  }

  /** Where the documents of roles and networks are that examples refer to. */
  String surroundings() {
    return surroundings;
  }

  String bucket() {
    return bucket;
  }

  AwsClients clients() {
    return clients;
  }

  LambdaClient lambda() {
    return clients.lambda();
  }

  CloudWatchLogsClient logs() {
    return clients.logs();
  }

  /** What moto itself lists of the kinds of resources that examples make. */
  List<String> resources() {
    return MotoListing.of(clients);
  }

  /** Puts a package of one file into the examples' bucket. */
  void putObject(String key, String content) {
    putObject(bucket, key, content);
  }

  void putObject(String into, String key, String content) {
    clients.s3().putObject(put -> put.bucket(into).key(key), RequestBody.fromBytes(zip(content)));
  }

  void makeBucket(String name) {
    Consumer<CreateBucketRequest.Builder> where =
        clients.region().equals("us-east-1")
            ? create -> {}
            : create ->
                create.createBucketConfiguration(in -> in.locationConstraint(clients.region()));
    clients.s3().createBucket(where.andThen(create -> create.bucket(name)));
  }

  /** Lets the bucket keep versions from now on. */
  void versionObjects() {
    clients
        .s3()
        .putBucketVersioning(
            put -> put.bucket(bucket).versioningConfiguration(on -> on.status("Enabled")));
  }

  /** Pushes an image; moto makes its digest of those of its layers. */
  void pushImage(String repository, String tag, String content) {
    EcrClient ecr = clients.of(AwsService.ECR);
    try {
      ecr.createRepository(create -> create.repositoryName(repository));
    } catch (RepositoryAlreadyExistsException e) {
      // as an earlier test left it
    }
    String manifest =
        """
        {"schemaVersion": 2,
         "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                    "size": 1, "digest": "sha256:1"},
         "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                     "size": 1, "digest": "%s"}]}
        """
            .formatted(content);
    try {
      ecr.putImage(put -> put.repositoryName(repository).imageTag(tag).imageManifest(manifest));
    } catch (ImageAlreadyExistsException e) {
      // as an earlier test left it
    }
  }

  private void furnish() {
    for (String role : List.of("orders-execution", "thumbnails-execution")) {
      makeRole(clients.iam(), role);
    }
    makeBucket(bucket);
    putObject("orders/1.4.0/orders.jar", "Handler");
    pushImage("thumbnails", "2.0.1", "one");
  }

  private static void makeRole(IamClient iam, String name) {
    try {
      iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST));
    } catch (EntityAlreadyExistsException e) {
      // as an earlier test left it
    }
  }

  /** Two subnets of the VPC that every account begins with. */
  List<String> subnets() {
    return clients.ec2().describeSubnets().subnets().stream()
        .map(subnet -> subnet.subnetId())
        .limit(2)
        .toList();
  }

  String securityGroup() {
    return clients.ec2().describeSecurityGroups().securityGroups().get(0).groupId();
  }

  private String outputs() {
    return """
        apiVersion: aws.project-planton.org/v1
        kind: AwsVpc
        metadata: {name: main, env: dev}
        status:
          outputs:
            private_subnets: [{id: %s}, {id: %s}]
        ---
        apiVersion: aws.project-planton.org/v1
        kind: AwsSecurityGroup
        metadata: {name: lambda-egress, env: dev}
        status: {outputs: {security_group_id: %s}}
        ---
        apiVersion: aws.project-planton.org/v1
        kind: AwsIamRole
        metadata: {name: thumbnails-execution, env: dev}
        status: {outputs: {role_arn: "arn:aws:iam::123456789012:role/thumbnails-execution"}}
        """
        .formatted(subnets().get(0), subnets().get(1), securityGroup());
  }

  private static byte[] zip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("com/acme/orders/Handler.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    clients.close();
  }
}
