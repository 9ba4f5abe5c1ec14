/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.state.FakeS3;
import dev.plinth.aws.state.FakeS3.Fate;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.object.MemoryObjects;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands, with {@code --state s3://…}. */
class StateInBucketTest {
  private static final String STATE = "acme/.pulumi/stacks/aws-lambda/dev.orders.json";
  private static final String LOCKS = "acme/.pulumi/locks/organization/aws-lambda/dev.orders/";

  @TempDir Path home;
  private final MemoryObjects objects = new MemoryObjects();
  private final FakeS3 s3 = new FakeS3(objects);
  private TestWorld world;
  private String manifest;
  private String url;

  @BeforeEach
  void anEmptyBucket() {
    world =
        new TestWorld(home)
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", "unchecked");
    manifest = world.file("orders.yaml", Manifests.orders());
    url = s3.url("/acme");
  }

  @AfterEach
  void stop() {
    s3.close();
  }

  @Test
  void a_stack_lives_in_a_bucket_from_up_to_destroy() {
    Ended first = world.run("up", manifest, "--local", "--state", url, "--yes");
    assertThat(first.code()).as(first.all()).isEqualTo(ExitCode.OK);
    assertThat(first.out()).contains("+ 3 created");
    assertThat(objects.contents()).containsKeys("acme/.pulumi/meta.yaml", STATE);

    String before = objects.contents().get(STATE);
    Ended second = world.run("up", manifest, "--state", url, "--yes");
    assertThat(second.code()).as(second.all()).isEqualTo(ExitCode.OK);
    assertThat(second.out()).contains("No changes. 3 unchanged");
    assertThat(objects.contents()).containsEntry(STATE, before);

    Ended listed = world.run("state", "list", "--state", url);
    assertThat(listed.out()).contains("aws:lambda/function:Function::orders");
    Ended outputs = world.run("outputs", manifest, "--state", url);
    assertThat(outputs.out()).contains("function:orders");

    Ended destroyed = world.run("destroy", manifest, "--state", url, "--yes");
    assertThat(destroyed.code()).as(destroyed.all()).isEqualTo(ExitCode.OK);
    assertThat(destroyed.out()).contains("The stack 'dev.orders' is gone.");
    assertThat(objects.contents().keySet()).containsExactly("acme/.pulumi/meta.yaml");
    assertThat(home.resolve(".plinth/state")).doesNotExist();
  }

  @Test
  void a_stack_that_pulumi_is_changing_is_left_alone_until_it_is_unlocked() {
    assertThat(world.run("up", manifest, "--local", "--state", url, "--yes").code())
        .isEqualTo(ExitCode.OK);
    objects.set(LOCKS + "x.json", "{\"pid\":1,\"username\":\"alice\",\"hostname\":\"elsewhere\"}");

    Ended locked = world.run("up", manifest, "--state", url, "--yes");
    Ended unlocked = world.run("state", "unlock", "--state", url);

    assertThat(locked.code()).isEqualTo(ExitCode.LOCKED);
    assertThat(locked.err()).contains("alice@elsewhere (pid 1)", "s3://state/" + LOCKS + "x.json");
    assertThat(unlocked.out()).contains("took the lock away from alice@elsewhere (pid 1)");
    assertThat(world.run("up", manifest, "--state", url, "--yes").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_bucket_that_cannot_be_used_is_told_of_before_anything_is_called() {
    s3.fates(request -> Fate.DENIED);

    Ended refused = world.run("up", manifest, "--local", "--state", url, "--yes");

    assertThat(refused.code()).isEqualTo(ExitCode.STATE);
    assertThat(refused.err())
        .contains("the answer was 403 AccessDenied", "allow these credentials s3:ListBucket");
    assertThat(objects.contents()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://State                | \"State\" is no name of a bucket",
        "s3://state?regoin=here    | \"regoin\" is not known; there are region",
        "gs://state                | a folder or a bucket was expected",
      })
  void a_url_that_is_none_is_refused_with_what_is_expected(String given, String reason) {
    Ended refused = world.run(List.of("state", "list", "--state", given));

    assertThat(refused.code()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains(reason).contains("s3://BUCKET/PREFIX?region=REGION");
  }

  @Test
  void without_a_region_it_says_how_to_name_one() {
    world.with("AWS_PROFILE", "nobody");

    Ended refused = world.run("state", "list", "--state", "s3://state");

    assertThat(refused.code()).isEqualTo(ExitCode.STATE);
    assertThat(refused.err()).contains("No AWS region is set", "region=REGION");
  }
}
