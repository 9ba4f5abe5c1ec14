/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A whole foundation from the command line. {@code src/test/resources/compute-stack-edits} has the
 * table of edits: beside each the steps that it may take, and no others. With {@code
 * -Dplinth.transcripts=write} the steps are written.
 */
class ComputeStackTest {
  private static final Path EXAMPLES = Path.of("../examples/compute-stack");
  private static final Path EDITS = Path.of("src/test/resources/compute-stack-edits");
  private static final boolean WRITE = "write".equals(System.getProperty("plinth.transcripts"));

  /** A line that says what has become of a resource. */
  private static final Pattern STEP =
      Pattern.compile(" ?([^ ]+) +([a-zA-Z0-9:]+) ([^ ]+) ([a-z-]+ed)(?: .*)?");

  private static final Path PAGE = Path.of("../docs/compute-stack.md");
  private static final Pattern SNIPPET = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"minimal, us-east-1", "production, eu-central-1", "everything, eu-west-1"})
  void an_example_is_deployed_and_stays_as_it_is_and_leaves_nothing_behind(
      String example, String region) throws IOException {
    TestWorld world = new TestWorld(home);
    String text = Files.readString(EXAMPLES.resolve(example + ".yaml"));
    String manifest =
        world.file(
            "stack.yaml",
            text.replace("examples/compute-stack", EXAMPLES.toAbsolutePath().toString()));
    String documents = EXAMPLES.resolve("resources").toAbsolutePath().toString();
    List<String> up = List.of("up", manifest, "--resources", documents, "--local", "--yes");

    Ended first = world.run(up);
    assertThat(first.code()).as(first.all()).isEqualTo(ExitCode.OK);
    assertThat(isEmpty(region)).isFalse();

    Ended second = world.run(up);
    assertThat(steps(second)).as(second.all()).isEmpty();
    Ended refresh = world.run("refresh", manifest, "--local", "--yes");
    assertThat(refresh.out()).contains("No changes.");

    Ended destroy = world.run("destroy", manifest, "--local", "--yes");
    assertThat(destroy.code()).as(destroy.all()).isEqualTo(ExitCode.OK);
    assertThat(isEmpty(region)).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> a_single_edit_changes_only_what_it_must() throws IOException {
    TestWorld world = new TestWorld(home);
    String minimal = Files.readString(EXAMPLES.resolve("minimal.yaml"));
    assertThat(deploy(world, minimal).code()).isEqualTo(ExitCode.OK);
    List<Path> edits;
    try (Stream<Path> files = Files.list(EDITS)) {
      edits = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    return edits.stream()
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    edit.getFileName().toString(), () -> edited(world, minimal, edit)));
  }

  private static void edited(TestWorld world, String minimal, Path edit) throws IOException {
    Ended changed = deploy(world, minimal + Files.readString(edit));
    assertThat(changed.code()).as(changed.all()).isEqualTo(ExitCode.OK);
    String steps = String.join("\n", steps(changed)) + "\n";
    Path expected = Path.of(edit.toString().replace(".yaml", ".steps"));
    if (WRITE) {
      Files.writeString(expected, steps);
    }
    assertThat(steps).isEqualTo(Files.readString(expected));

    Ended back = deploy(world, minimal);
    assertThat(back.code()).as(back.all()).isEqualTo(ExitCode.OK);
    assertThat(steps(deploy(world, minimal))).isEmpty();
  }

  @Test
  void a_route_stays_whoever_may_ask_and_wherever_it_leads() throws IOException {
    TestWorld world = new TestWorld(home);
    String api =
        Files.readString(EXAMPLES.resolve("minimal.yaml"))
            + "  http_api: {enabled: true}\n  functions:\n";
    Ended first =
        deploy(
            world,
            api
                + "    scheduler:\n"
                + "      timeout_seconds: 30\n"
                + "      routes: [{method: GET, path: '/orders/{id}'}]\n");
    assertThat(first.code()).as(first.all()).isEqualTo(ExitCode.OK);
    String moved =
        api
            + "    auth_handler: {enabled: false}\n"
            + "    notification_handler:\n"
            + "      timeout_seconds: 30\n"
            + "      routes: [{method: GET, path: '/orders/{order}'}]\n";

    Ended then = deploy(world, moved);

    assertThat(then.code()).as(then.all()).isEqualTo(ExitCode.OK);
    assertThat(steps(then))
        .filteredOn(step -> step.contains("apigatewayv2"))
        .containsExactly(
            "+ aws:apigatewayv2:Integration notification_handler",
            "- aws:apigatewayv2:Authorizer api",
            "- aws:apigatewayv2:Integration scheduler",
            "~ aws:apigatewayv2:Route api-ANY/{+}",
            "~ aws:apigatewayv2:Route api-GET/orders/{}");
    assertThat(steps(deploy(world, moved))).isEmpty();
  }

  @Test
  void the_page_shows_what_is_deployed_here() throws IOException {
    List<String> deployed = new ArrayList<>();
    try (Stream<Path> files = Files.list(EDITS)) {
      for (Path edit : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        deployed.add(Files.readString(edit));
      }
    }
    deployed.add(Files.readString(EXAMPLES.resolve("minimal.yaml")).replaceFirst("#.*\n", ""));

    assertThat(SNIPPET.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(2)
        .isSubsetOf(deployed);
  }

  @Test
  void what_a_preview_can_foresee_to_fail_is_not_begun() throws IOException {
    TestWorld world = new TestWorld(home);
    String code =
        """
          functions:
            scheduler:
              code:
                s3: {bucket: nowhere, key: scheduler.zip}
                runtime: python3.13
                handler: scheduler.handler
        """;
    String manifest =
        world.file("stack.yaml", Files.readString(EXAMPLES.resolve("minimal.yaml")) + code);

    Ended up = world.run("up", manifest, "--local", "--strict", "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.FAILED);
    assertThat(up.all()).contains("nowhere").doesNotContain("creating");
    assertThat(isEmpty("us-east-1")).isTrue();
  }

  private static Ended deploy(TestWorld world, String manifest) {
    return world.run("up", world.file("stack.yaml", manifest), "--local", "--yes");
  }

  /** What became of which resource, sorted. */
  private static List<String> steps(Ended up) {
    return up.out()
        .lines()
        .map(STEP::matcher)
        .filter(Matcher::matches)
        .map(step -> step.group(1) + " " + step.group(2) + " " + step.group(3))
        .sorted()
        .toList();
  }

  private boolean isEmpty(String region) {
    LocalAccountOptions options = LocalAccountOptions.of(region).withClock(TestWorld.CLOCK);
    try (LocalAccount account =
        LocalAccount.open(home.resolve(".plinth").resolve("local"), options)) {
      return account.isEmpty();
    }
  }
}
