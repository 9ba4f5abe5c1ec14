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
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets, replacements, plans and imports, from the command line. */
class PartialRunsTest {
  @TempDir Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void copy() throws IOException {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", text());
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("src/test/resources/transcripts/orders.yaml"));
  }

  private void changeMemory(int memory) throws IOException {
    world.file("orders.yaml", text().replace("memory_mb: 512", "memory_mb: " + memory));
  }

  private LocalAccount account() {
    LocalAccountOptions options = LocalAccountOptions.of("us-east-1").withClock(TestWorld.CLOCK);
    return LocalAccount.open(home.resolve(".plinth").resolve("local"), options);
  }

  @Test
  void a_target_is_deployed_without_the_rest() {
    Ended up = world.run("up", manifest, "--local", "--yes", "--target", "**LogGroup::orders");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out()).contains("LogGroup orders created").doesNotContain("Function orders");
    assertThat(world.run("up", manifest, "--yes").out()).contains("Function orders created");
  }

  @Test
  void an_excluded_resource_survives_a_destroy_and_so_does_the_stack() {
    world.run("up", manifest, "--local", "--yes");

    Ended destroyed = world.run("destroy", "--yes", "--exclude", "**LogGroup::orders");

    assertThat(destroyed.code()).as(destroyed.all()).isEqualTo(ExitCode.OK);
    assertThat(destroyed.out())
        .contains("Function orders deleted")
        .doesNotContain("LogGroup orders deleted")
        .doesNotContain("is gone");
    assertThat(world.run("destroy", "--yes").out()).contains("is gone");
  }

  @Test
  void a_resource_is_replaced_because_the_user_says_so() {
    world.run("up", manifest, "--local", "--yes");

    Ended up = world.run("preview", manifest, "--replace", "**Function::orders");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out())
        .contains("+- aws:lambda:Function orders replace")
        .contains("      ~ id  (forces replacement)\n");
  }

  @Test
  void targets_and_excludes_do_not_go_together_and_dependents_need_one() {
    assertThat(world.run("up", manifest, "--target", "a", "--exclude", "b").code())
        .isEqualTo(ExitCode.INVALID);
    assertThat(world.run("up", manifest, "--target-dependents").code()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void a_plan_is_followed_to_the_letter() throws IOException {
    world.run("up", manifest, "--local", "--yes");
    changeMemory(1024);
    Path plan = home.resolve("plan.json");

    Ended preview = world.run("preview", manifest, "--save-plan", plan.toString());

    assertThat(preview.code()).as(preview.all()).isEqualTo(ExitCode.OK);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
        .isEqualTo("rw-------");
    Ended up = world.run("up", manifest, "--plan", plan.toString(), "--yes");
    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out()).contains("memorySize: 512 => 1024");
  }

  @Test
  void a_plan_made_for_a_new_stack_is_followed_too() {
    Path plan = home.resolve("plan.json");
    world.run("preview", manifest, "--local", "--save-plan", plan.toString());

    Ended up = world.run("up", manifest, "--local", "--plan", plan.toString(), "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out()).contains("+ 3 created");
  }

  @Test
  void a_plan_is_refused_when_a_fact_has_changed_and_says_which() throws IOException {
    world.run("up", manifest, "--local", "--yes");
    changeMemory(1024);
    Path plan = home.resolve("plan.json");
    world.run("preview", manifest, "--save-plan", plan.toString());

    changeMemory(2048);
    Ended changed = world.run("up", manifest, "--plan", plan.toString(), "--yes");
    assertThat(changed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(changed.err()).contains("nothing was done").contains("memorySize is another value");

    changeMemory(1024);
    world.run("up", manifest, "--yes");
    Ended moved = world.run("up", manifest, "--plan", plan.toString(), "--yes");
    assertThat(moved.code()).isEqualTo(ExitCode.FAILED);
    assertThat(moved.err()).contains("the state is not the one that the plan was made from");
  }

  @Test
  void a_plan_is_refused_when_other_bytes_are_under_the_key_of_the_code() throws IOException {
    world.file("orders.yaml", text().replace("    object_version: \"1\"\n", ""));
    Path plan = home.resolve("plan.json");
    world.file(".plinth/local/resources.json", object("one"));
    world.run("preview", manifest, "--local", "--save-plan", plan.toString());

    world.file(".plinth/local/resources.json", object("two"));
    Ended up = world.run("up", manifest, "--local", "--plan", plan.toString(), "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.FAILED);
    assertThat(up.err()).contains("nothing was done").contains("sourceCodeHash is another value");
  }

  private static String object(String content) {
    return """
    {"resources": [{"kind": "object", "id": "s3://artifacts/orders.jar", "content": "%s"}]}
    """
        .formatted(content);
  }

  @Test
  void a_file_that_is_no_plan_is_told() {
    String file = world.file("nonsense.json", "{");

    Ended up = world.run("up", manifest, "--local", "--plan", file, "--yes");

    assertThat(up.code()).isEqualTo(ExitCode.INVALID);
    assertThat(up.err()).contains("is not a plan");
    assertThat(world.run("up", manifest, "--plan", file + ".none", "--yes").code())
        .isEqualTo(ExitCode.INVALID);
  }

  @Test
  void an_existing_resource_becomes_the_stacks_and_the_next_update_goes_on_from_it() {
    try (LocalAccount account = account()) {
      account.logs().createLogGroup(request -> request.logGroupName("/aws/lambda/orders"));
    }
    String group = "**LogGroup::orders=/aws/lambda/orders";

    Ended imported = world.run("import", manifest, "--local", "--yes", "--resource", group);

    assertThat(imported.code()).as(imported.all()).isEqualTo(ExitCode.OK);
    assertThat(imported.out())
        .contains("Importing (dev.orders):")
        .contains(" =  aws:cloudwatch:LogGroup orders imported")
        .contains("    = 1 imported\n")
        .doesNotContain("Function orders");
    Ended up = world.run("up", manifest, "--yes");
    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out())
        .contains("Function orders created")
        .doesNotContain("LogGroup orders created");
  }

  @Test
  void an_import_of_nothing_or_of_nonsense_is_a_mistake() {
    assertThat(world.run("import", manifest, "--local", "--yes").code())
        .isEqualTo(ExitCode.INVALID);
    assertThat(world.run("import", manifest, "--local", "--yes", "--resource", "orders").code())
        .isEqualTo(ExitCode.INVALID);
    Ended unknown = world.run("import", manifest, "--local", "--yes", "--resource", "nobody=x");
    assertThat(unknown.code()).isEqualTo(ExitCode.FAILED);
    assertThat(unknown.out()).contains("there is no resource nobody");
  }
}
