/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.distribution.Distribution.Ended;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user meets: the built distribution, an empty home, a JDK and nothing else. */
class DistributionIT {
  private static final String EXAMPLE = "examples/aws-lambda/function.yaml";

  @TempDir private Path home;
  private Distribution plinth;

  @BeforeEach
  void emptyHome() {
    plinth = new Distribution(home);
  }

  private String edited(String from, String to) throws IOException {
    String text = Files.readString(Distribution.REPOSITORY.resolve(EXAMPLE));
    assertThat(text).contains(from);
    return Files.writeString(home.resolve("function.yaml"), text.replace(from, to)).toString();
  }

  @Test
  void deploysTheExampleThenChangesNothingThenUpdatesReplacesAndDestroys() throws IOException {
    Ended first = plinth.run("up", EXAMPLE, "--local", "--yes");
    assertThat(first.exit()).as(first.all()).isZero();
    assertThat(first.out())
        .contains("arn:aws:lambda:us-east-1:123456789012:function:dev-orders")
        .contains("/aws/lambda/dev-orders");

    Ended second = plinth.run("up", EXAMPLE, "--local", "--yes");
    assertThat(second.exit()).as(second.all()).isZero();
    assertThat(second.out()).contains("unchanged").doesNotContain("updated", "created");

    Ended updated = plinth.run("up", edited("memory_mb: 512", "memory_mb: 1024"), "--yes");
    assertThat(updated.exit()).as(updated.all()).isZero();
    assertThat(updated.out()).contains("~ 1 updated").contains("memorySize: 512 => 1024");

    Ended replaced =
        plinth.run("up", edited("function_name: dev-orders", "function_name: other"), "--yes");
    assertThat(replaced.exit()).as(replaced.all()).isZero();
    assertThat(replaced.out()).contains("+-2 replaced");

    Ended destroyed = plinth.run("destroy", EXAMPLE, "--yes");
    assertThat(destroyed.exit()).as(destroyed.all()).isZero();
    assertThat(new FileStateStore(home.resolve(".plinth/state"), Map.of()).stacks()).isEmpty();
    try (LocalAccount account =
        LocalAccount.open(home.resolve(".plinth/local"), LocalAccountOptions.of("us-east-1"))) {
      assertThat(account.resources()).isEmpty();
    }
  }

  @Test
  void outputsAsJsonAreOneObjectWithTheFiveKeys() {
    plinth.run("up", EXAMPLE, "--local", "--yes");

    Ended outputs = plinth.run("outputs", EXAMPLE, "--json");

    JsonObject object = JsonParser.parseString(outputs.out()).getAsJsonObject();
    assertThat(object.keySet())
        .containsExactlyInAnyOrder(
            "function_arn", "function_name", "log_group_name", "role_arn", "layer_arns");
    assertThat(object.get("layer_arns").getAsJsonArray()).isEmpty();
  }

  @Test
  void aPreviewLeavesNoTrace() throws IOException {
    Ended preview = plinth.run("preview", EXAMPLE, "--local");

    assertThat(preview.exit()).as(preview.all()).isZero();
    assertThat(home.resolve(".plinth")).doesNotExist();
  }

  @Test
  void aBrokenManifestEndsWithTwoAndNamesThePlace() throws IOException {
    String broken = edited("memory_mb: 512", "memory_mb: 64");

    Ended validated = plinth.run("validate", broken);

    assertThat(validated.exit()).isEqualTo(2);
    assertThat(validated.all())
        .contains("function.yaml:21:14", "spec.memory_mb", "128", "10240")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void theClassDataArchiveIsWholeAndInUse() {
    Ended version = plinth.with("PLINTH_JAVA_OPTS", "-Xshare:on").run("version");

    assertThat(version.exit()).as(version.all()).isZero();
  }

  @Test
  void startsThroughASymbolicLink() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("plinth"), Distribution.launcher());

    Ended version = plinth.run(link, "", List.of("version"));

    assertThat(version.exit()).as(version.all()).isZero();
  }

  @Test
  void saysSoWhenThereIsNoJava() {
    Ended version = plinth.with("JAVA_HOME", "/nonexistent").run("version");

    assertThat(version.exit()).isEqualTo(1);
    assertThat(version.err()).contains("install a JDK 17 or newer, or set JAVA_HOME");
  }
}
