/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sfn;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;

/** What happens to state machines beyond what the contract says of every type. */
final class StateMachineLifeTest {
  private static final String TYPE = "aws:sfn/stateMachine:StateMachine";

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_role_that_cannot_be_assumed_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "createStateMachine",
            refusal(
                400,
                "AccessDeniedException",
                "Neither the global service principal states.amazonaws.com, nor the regional one is"
                    + " authorized to assume the provided role."),
            5);

    assertThat(driver.create(TYPE, inputs()).id()).endsWith(":stateMachine:pipeline");
  }

  @Test
  void a_right_to_write_to_the_log_group_that_is_not_seen_yet_is_waited_for() {
    Deployed created = driver.create(TYPE, inputs());
    aws.calls()
        .refuse(
            "updateStateMachine",
            refusal(
                400,
                "AccessDeniedException",
                "The state machine IAM Role is not authorized to access the Log Destination"),
            5);

    Deployed updated = driver.update(created, inputs().with("loggingConfiguration", logging()));

    assertThat(updated.outputs().get("loggingConfiguration")).contains(logging());
  }

  @Test
  void a_right_that_the_caller_lacks_is_not_waited_for() {
    aws.calls()
        .refuse(
            "createStateMachine",
            refusal(
                400,
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/me is not authorized to perform:"
                    + " states:CreateStateMachine"),
            1);

    assertThatThrownBy(() -> driver.create(TYPE, inputs()))
        .hasMessageContaining("not authorized to perform");
    assertThat(aws.time().passed()).isZero();
  }

  @Test
  void a_name_is_waited_for_while_the_machine_that_had_it_is_being_deleted() {
    aws.calls()
        .refuse(
            "createStateMachine",
            refusal(400, "StateMachineDeleting", "State Machine Is Deleting: 'pipeline'"),
            5);

    assertThat(driver.create(TYPE, inputs()).id()).endsWith(":stateMachine:pipeline");
  }

  @Test
  void a_machine_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createStateMachine", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TYPE, inputs());

    assertThat(aws.of(AwsService.STEP_FUNCTIONS).listStateMachines().stateMachines())
        .singleElement()
        .satisfies(machine -> assertThat(machine.stateMachineArn()).isEqualTo(created.id()));
  }

  @Test
  void a_machine_of_somebody_else_is_not_taken_over() {
    driver.create(TYPE, inputs());
    PropertyMap otherRole =
        inputs().with("roleArn", PropertyValue.of(aws.surroundings().role("other")));
    PropertyMap otherDefinition =
        inputs().with("definition", PropertyValue.of(definition("Other")));

    assertThatThrownBy(() -> driver.create(TYPE, otherRole))
        .hasMessageContaining("exists already, with another role");
    assertThatThrownBy(() -> driver.create(TYPE, otherDefinition))
        .hasMessageContaining("Already Exists");
  }

  @Test
  void a_revision_that_reads_do_not_show_yet_is_waited_for() {
    Deployed created = driver.create(TYPE, inputs());
    var before =
        aws.behind()
            .of(AwsService.STEP_FUNCTIONS)
            .describeStateMachine(describe -> describe.stateMachineArn(created.id()));
    aws.calls().spoil("describeStateMachine", new Fault.Altered(now -> before));
    aws.calls().spoil("describeStateMachine", new Fault.Altered(now -> before));

    Deployed updated =
        driver.update(created, inputs().with("definition", PropertyValue.of(definition("Start"))));

    assertThat(updated.outputs().text("definition")).contains(definition("Start"));
    assertThat(updated.outputs().text("revisionId"))
        .isPresent()
        .isNotEqualTo(created.outputs().text("revisionId"));
  }

  @Test
  void a_definition_that_is_written_otherwise_is_the_same() {
    Deployed created = driver.create(TYPE, inputs());
    String rewritten =
        "{\"States\":{\"Begin\":{\"End\":true,\"Type\":\"Pass\"}},\"StartAt\":\"Begin\"}";

    assertThat(
            driver
                .diff(created, inputs().with("definition", PropertyValue.of(rewritten)))
                .hasChanges())
        .isFalse();
  }

  @Test
  void every_change_of_a_machine_that_is_published_makes_a_version() {
    PropertyMap published = inputs().with("publish", PropertyValue.of(true));
    Deployed created = driver.create(TYPE, published);
    assertThat(version(created)).endsWith(":pipeline:1");

    PropertyMap changed = published.with("definition", PropertyValue.of(definition("Start")));
    assertThat(
            driver
                .previewUpdate(created, changed)
                .get("stateMachineVersionArn")
                .orElseThrow()
                .containsUnknowns())
        .isTrue();
    Deployed updated = driver.update(created, changed);
    assertThat(version(updated)).endsWith(":pipeline:2");
    assertThat(version(driver.refresh(updated).orElseThrow())).endsWith(":pipeline:2");

    PropertyMap tagged = changed.with("tags", tags());
    assertThat(version(driver.update(updated, tagged))).endsWith(":pipeline:2");
  }

  @Test
  void a_change_of_tags_makes_no_revision() {
    Deployed created = driver.create(TYPE, inputs());
    aws.calls().forget();

    Deployed updated = driver.update(created, inputs().with("tags", tags()));

    assertThat(aws.calls().names()).contains("tagResource").doesNotContain("updateStateMachine");
    assertThat(updated.outputs().text("revisionId"))
        .isEqualTo(created.outputs().text("revisionId"));
  }

  @Test
  void a_machine_that_is_being_deleted_is_gone_for_a_refresh_and_waited_for_by_a_delete() {
    Deployed created = driver.create(TYPE, inputs());
    Fault deleting =
        new Fault.Altered(
            now ->
                ((DescribeStateMachineResponse) now)
                    .copy(machine -> machine.status(StateMachineStatus.DELETING)));
    aws.calls().spoil("describeStateMachine", deleting);

    assertThat(driver.refresh(created)).isEmpty();

    driver.delete(created);
    assertThat(aws.calls().names()).endsWith("deleteStateMachine", "describeStateMachine");
  }

  @Test
  void logging_and_keys_that_say_too_little_are_refused_before_any_call() {
    PropertyMap inputs =
        inputs().toBuilder()
            .put("loggingConfiguration", PropertyMap.builder().put("level", "ALL").build())
            .put(
                "encryptionConfiguration",
                PropertyMap.builder().put("type", "CUSTOMER_MANAGED_KMS_KEY").build())
            .build();

    assertThat(driver.check(TYPE, PropertyMap.empty(), inputs).failures())
        .extracting(CheckFailure::property)
        .containsExactlyInAnyOrder(
            "loggingConfiguration.logDestination", "encryptionConfiguration.kmsKeyId");
  }

  @Test
  void what_the_program_does_not_say_stays_as_it_is() {
    Deployed created = driver.create(TYPE, inputs().with("loggingConfiguration", logging()));

    assertThat(driver.diff(created, inputs()).hasChanges()).isFalse();
  }

  private static String version(Deployed machine) {
    return machine.outputs().text("stateMachineVersionArn").orElseThrow();
  }

  private PropertyMap inputs() {
    return PropertyMap.builder()
        .put("name", "pipeline")
        .put("definition", definition("Begin"))
        .put("roleArn", aws.surroundings().role("orders"))
        .build();
  }

  private static String definition(String state) {
    return "{\"StartAt\": \""
        + state
        + "\", \"States\": {\""
        + state
        + "\": {\"Type\": \"Pass\", \"End\": true}}}";
  }

  private PropertyValue logging() {
    return PropertyValue.of(
        PropertyMap.builder()
            .put("level", "ERROR")
            .put("includeExecutionData", true)
            .put("logDestination", aws.surroundings().arn("logs", "log-group:states:*"))
            .build());
  }

  private static PropertyValue tags() {
    return PropertyValue.of(PropertyMap.builder().put("team", "shop").build());
  }
}
