/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.aws.testing.FunctionScene;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How statements of a function's policy are added, read and removed. */
final class PermissionLifeTest {
  private static final String TYPE = "aws:lambda/permission:Permission";
  private static final PropertyMap INPUTS =
      PropertyMap.builder()
          .put("function", "orders")
          .put("action", "lambda:InvokeFunction")
          .put("principal", "s3.amazonaws.com")
          .put("sourceArn", "arn:aws:s3:::uploads")
          .put("statementId", "from-uploads")
          .build();

  @TempDir Path folder;
  private FunctionScene scene;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    scene = new FunctionScene(folder);
    aws = scene.aws();
    driver = scene.driver();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void the_answer_to_the_call_is_enough_to_know_the_statement() {
    driver.create(TYPE, INPUTS);

    assertThat(aws.calls().names()).containsExactly("addPermission");
  }

  @Test
  void a_statement_that_an_attempt_with_a_lost_answer_added_is_taken() {
    aws.calls().spoil("addPermission", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TYPE, INPUTS);

    assertThat(created.outputs().text("sourceArn")).contains("arn:aws:s3:::uploads");
  }

  @Test
  void a_statement_of_somebody_else_is_not_taken_over() {
    driver.create(TYPE, INPUTS);

    assertThatThrownBy(() -> driver.create(TYPE, INPUTS)).hasMessageContaining("already exists");
  }

  @Test
  void a_function_that_is_not_seen_everywhere_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "addPermission", refusal(404, "ResourceNotFoundException", "Function not found"), 3);

    assertThat(driver.create(TYPE, INPUTS).id()).isEqualTo("from-uploads");
  }

  @Test
  void an_accounts_id_and_its_root_are_the_same_principal() {
    PropertyMap inputs = INPUTS.with("principal", PropertyValue.of("210987654321"));
    Deployed created = driver.create(TYPE, inputs);

    assertThat(driver.diff(driver.refresh(created).orElseThrow(), inputs).hasChanges()).isFalse();
  }

  @Test
  void a_function_may_be_named_by_its_arn() {
    Deployed created = driver.create(TYPE, INPUTS);
    String arn = aws.surroundings().arn("lambda", "function:orders");

    assertThat(driver.diff(created, INPUTS.with("function", PropertyValue.of(arn))).hasChanges())
        .isFalse();
  }

  @Test
  void a_statement_of_a_version_is_read_from_the_versions_policy() {
    PropertyMap inputs = INPUTS.with("qualifier", PropertyValue.of("1"));
    Deployed created = driver.create(TYPE, inputs);

    assertThat(driver.refresh(created).orElseThrow().outputs().text("qualifier")).contains("1");
    assertThat(driver.read(TYPE, "orders:1/from-uploads").outputs().text("qualifier"))
        .contains("1");
    assertThat(driver.read(TYPE, "orders/from-uploads").exists()).isFalse();
  }

  @Test
  void an_import_without_a_function_says_what_is_missing() {
    assertThatThrownBy(() -> driver.read(TYPE, "from-uploads"))
        .hasMessageContaining("does not name a permission");
  }

  @Test
  void a_name_is_found_by_its_prefix() {
    PropertyMap inputs =
        INPUTS.without("statementId").with("statementIdPrefix", PropertyValue.of("from-"));
    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.id()).startsWith("from-");
    assertThat(driver.diff(created, inputs).hasChanges()).isFalse();
  }

  @Test
  void a_fixed_statement_id_is_freed_before_it_is_used_again() {
    Deployed created = driver.create(TYPE, INPUTS);
    var diff =
        driver.diff(created, INPUTS.with("principal", PropertyValue.of("sns.amazonaws.com")));

    assertThat(diff.requiresReplacement()).isTrue();
    assertThat(diff.deleteBeforeReplace()).isTrue();
  }
}
