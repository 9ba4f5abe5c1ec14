/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.interop.moto.MotoServer;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** What a provider configuration makes of a run, with the one that docs/commands.md shows. */
class ProviderConfigurationTest {
  private static final String ACCOUNT = "123456789012";

  /** The block of the page that begins with a region. */
  private static final Pattern SHOWN =
      Pattern.compile("^```yaml\\n(region: .*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private Path home;

  static Stream<Arguments> manifests() throws IOException {
    String foundation =
        Files.readString(MotoWorld.examples().resolve("compute-stack/minimal.yaml"));
    return Stream.of(
        Arguments.of("AwsLambda", Manifests.orders()), Arguments.of("AwsComputeStack", foundation));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("manifests")
  void default_tags_reach_every_resource_that_has_tags_and_change_in_place(
      String kind, String manifest) throws IOException {
    TestWorld world = new TestWorld(home);
    String shown = shown();
    up(world, manifest, shown);

    assertThat(tags(world)).isNotEmpty();
    assertThat(tags(world).values())
        .allSatisfy(each -> assertThat(each).containsEntry("cost-center", "42"));
    assertThat(tagsOfFunctions())
        .isNotEmpty()
        .allSatisfy(
            (function, each) ->
                assertThat(each)
                    .containsEntry("cost-center", "42")
                    .containsEntry("resource-kind", kind));
    assertThat(up(world, manifest, shown).out()).contains("No changes.");

    Ended changed = up(world, manifest, shown.replace("cost-center: \"42\"", "owner: platform"));

    assertThat(changed.out()).contains("updated").doesNotContain("replaced", "created", "deleted");
    assertThat(tagsOfFunctions())
        .isNotEmpty()
        .allSatisfy(
            (function, each) ->
                assertThat(each)
                    .containsEntry("owner", "platform")
                    .doesNotContainKey("cost-center"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("manifests")
  void a_tag_of_the_manifest_wins_over_a_default_one(String kind, String manifest)
      throws IOException {
    TestWorld world = new TestWorld(home);

    up(
        world,
        manifest.replaceFirst("metadata:", "metadata:\n  labels: {cost-center: \"7\"}"),
        shown());

    assertThat(tagsOfFunctions())
        .isNotEmpty()
        .allSatisfy((function, each) -> assertThat(each).containsEntry("cost-center", "7"));
  }

  @Test
  void a_role_is_assumed_with_what_its_account_asks_for_and_all_is_done_in_it() throws IOException {
    String theirs = "210987654321";
    String config =
        shown()
            .replace("eu-west-1", "us-east-1")
            .replace("account_id: \"" + ACCOUNT, "account_id: \"" + theirs)
            .replace("iam::" + ACCOUNT, "iam::" + theirs);
    try (MotoWorld ours = MotoWorld.open(home);
        MotoWorld target = MotoWorld.open(home.resolve("target"), theirs, "us-east-1");
        StsTap sts = StsTap.before(MotoServer.running().endpoint())) {
      String manifest =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/function.yaml"))
              .replace("iam::" + ACCOUNT, "iam::" + theirs)
              .replace(MotoWorld.BUCKET, target.bucket())
              .replaceAll("    object_version: .*\n", "")
              .replace("dev-orders", "dev-assumed");
      List<String> before = target.resources();
      ours.with("AWS_ENDPOINT_URL_STS", sts.url());

      ok(
          ours.run(
              "up",
              ours.manifest(manifest),
              "--provider-config",
              ours.file("provider.yaml", config),
              "--yes"));

      assertThat(sts.asked())
          .anySatisfy(
              call ->
                  assertThat(call)
                      .contains(
                          "Action=AssumeRole&",
                          "RoleArn=arn:aws:iam::" + theirs + ":role/deployer",
                          "ExternalId=shop",
                          "Tags.member.1.Key=project",
                          "Tags.member.1.Value=shop"));
      assertThat(target.resources())
          .contains("function dev-assumed", "log group /aws/lambda/dev-assumed");
      assertThat(ours.resources())
          .doesNotContain("function dev-assumed", "log group /aws/lambda/dev-assumed");
      String function = "arn:aws:lambda:us-east-1:" + theirs + ":function:dev-assumed";
      assertThat(target.lambda().listTags(list -> list.resource(function)).tags())
          .containsEntry("cost-center", "42");

      ok(ours.run("destroy", ours.manifest(manifest), "--yes"));
      assertThat(target.resources()).isEqualTo(before);
    }
  }

  private static String shown() throws IOException {
    Matcher block = SHOWN.matcher(Files.readString(Path.of("../docs/commands.md")));
    assertThat(block.find()).as("a provider configuration in docs/commands.md").isTrue();
    return block.group(1);
  }

  private static Ended up(TestWorld world, String manifest, String config) {
    return ok(
        world.run(
            "up",
            world.file("manifest.yaml", manifest),
            "--provider-config",
            world.file("provider.yaml", config),
            "--local",
            "--yes"));
  }

  /** The tags that AWS was seen to have of each resource that has some, by URN. */
  private static Map<String, JsonObject> asStored(TestWorld world) {
    JsonObject state =
        JsonParser.parseString(ok(world.run("state", "export")).out()).getAsJsonObject();
    Map<String, JsonObject> outputs = new TreeMap<>();
    for (JsonElement each : state.getAsJsonObject("deployment").getAsJsonArray("resources")) {
      JsonObject resource = each.getAsJsonObject();
      if (resource.has("outputs") && resource.getAsJsonObject("outputs").has("tagsAll")) {
        outputs.put(
            resource.get("urn").getAsString(),
            resource.getAsJsonObject("outputs").getAsJsonObject("tagsAll"));
      }
    }
    return outputs;
  }

  private static Map<String, Map<String, String>> tags(TestWorld world) {
    Map<String, Map<String, String>> tags = new TreeMap<>();
    asStored(world)
        .forEach(
            (urn, all) -> {
              Map<String, String> each = new TreeMap<>();
              all.asMap().forEach((key, value) -> each.put(key, value.getAsString()));
              tags.put(urn, each);
            });
    return tags;
  }

  /** The tags that the account has of each function. */
  private Map<String, Map<String, String>> tagsOfFunctions() {
    LocalAccountOptions options =
        LocalAccountOptions.of("eu-west-1").withClock(TestWorld.CLOCK).withAccountId(ACCOUNT);
    try (LocalAccount account =
        LocalAccount.open(home.resolve(".plinth").resolve("local"), options)) {
      LambdaClient lambda = account.lambda();
      Map<String, Map<String, String>> tags = new TreeMap<>();
      lambda
          .listFunctionsPaginator()
          .functions()
          .forEach(
              each ->
                  tags.put(
                      each.functionName(),
                      lambda.listTags(list -> list.resource(each.functionArn())).tags()));
      return tags;
    }
  }

  private static Ended ok(Ended ended) {
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }
}
