/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResultEntry;

/** What happens to buses, rules and targets beyond what the contract says of every type. */
final class EventLifeTest {
  private static final String BUS = "aws:cloudwatch/eventBus:EventBus";
  private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
  private static final String TARGET = "aws:cloudwatch/eventTarget:EventTarget";
  private static final String PATTERN = "{\"source\":[\"shop\"]}";

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
  void a_bus_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createEventBus", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(BUS, bus()).id()).isEqualTo("shop");
  }

  @Test
  void a_bus_of_somebody_else_is_not_taken_over() {
    driver.create(BUS, bus());

    assertThatThrownBy(() -> driver.create(BUS, bus())).hasMessageContaining("already exists");
  }

  @Test
  void what_an_update_of_a_bus_leaves_out_is_cleared() {
    PropertyMap full =
        bus().toBuilder()
            .put("description", "Ours")
            .put(
                "deadLetterConfig",
                PropertyMap.builder().put("arn", aws.surroundings().arn("sqs", "dead")).build())
            .build();
    Deployed created = driver.create(BUS, full);

    Deployed bare = driver.update(created, bus());

    assertThat(bare.outputs().has("description")).isFalse();
    assertThat(driver.diff(driver.refresh(bare).orElseThrow(), bus()).hasChanges()).isFalse();
  }

  @Test
  void a_role_that_cannot_be_assumed_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "putRule",
            refusal(
                400,
                "ValidationException",
                "Provided role 'arn' cannot be assumed by principal 'events.amazonaws.com'."),
            4);

    assertThat(driver.create(RULE, rule()).id()).isEqualTo("orders");
  }

  @Test
  void a_rule_that_another_call_is_changing_is_waited_for() {
    Deployed rule = driver.create(RULE, rule());
    aws.calls().refuse("putRule", concurrent(), 3);

    Deployed updated =
        driver.update(rule, rule().with("description", PropertyValue.of("Orders come in")));

    assertThat(updated.outputs().text("description")).contains("Orders come in");
  }

  @Test
  void a_rule_of_which_the_program_does_not_say_whether_it_is_on_stays_as_it_is() {
    Deployed rule = driver.create(RULE, rule());
    aws.behind().events().disableRule(disable -> disable.name("orders"));
    Deployed off = driver.refresh(rule).orElseThrow();
    assertThat(driver.diff(off, rule()).hasChanges()).isFalse();

    driver.update(off, rule().with("description", PropertyValue.of("Orders come in")));

    assertThat(aws.events().describeRule(read -> read.name("orders")).stateAsString())
        .isEqualTo("DISABLED");
  }

  @Test
  void a_change_of_tags_puts_nothing_anew() {
    Deployed rule = driver.create(RULE, rule());
    aws.calls().forget();

    driver.update(
        rule,
        rule().with("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())));

    assertThat(aws.calls().names()).contains("tagResource").doesNotContain("putRule");
  }

  @Test
  void targets_that_still_seem_to_be_there_are_waited_for_by_a_delete() {
    Deployed rule = driver.create(RULE, rule());
    aws.calls()
        .refuse(
            "deleteRule",
            refusal(400, "ValidationException", "Rule can't be deleted since it has targets."),
            3);

    driver.delete(rule);

    assertThat(driver.refresh(rule)).isEmpty();
  }

  @Test
  void a_rule_must_say_when_it_fires() {
    PropertyMap inputs = PropertyMap.builder().put("name", "orders").build();

    assertThat(driver.check(RULE, PropertyMap.empty(), inputs).failures())
        .extracting(CheckFailure::reason)
        .containsExactly("One of eventPattern, scheduleExpression is needed.");
  }

  @Test
  void a_target_that_is_refused_inside_an_answer_is_a_failure() {
    driver.create(RULE, rule());
    aws.calls().spoil("putTargets", failed("ManagedRuleException", "The rule is managed."));

    assertThatThrownBy(() -> driver.create(TARGET, target("queue")))
        .hasMessageContaining("ManagedRuleException")
        .hasMessageContaining("The rule is managed.");
  }

  @Test
  void a_target_that_meets_another_change_of_its_rule_is_put_again() {
    driver.create(RULE, rule());
    aws.calls()
        .spoil(
            "putTargets",
            failed("ConcurrentModificationException", "Rule was modified"),
            failed("ConcurrentModificationException", "Rule was modified"));

    assertThat(driver.create(TARGET, target("queue")).id()).isEqualTo("orders-queue");
  }

  @Test
  void a_target_goes_with_its_rule() {
    Deployed rule = driver.create(RULE, rule().with("forceDestroy", PropertyValue.of(true)));
    Deployed target = driver.create(TARGET, target("queue"));
    aws.behind().events().removeTargets(remove -> remove.rule("orders").ids("queue"));
    driver.delete(rule);

    assertThat(driver.refresh(target)).isEmpty();
    driver.delete(target);
  }

  @Test
  void a_target_is_imported_by_its_rule_and_its_id() {
    driver.create(RULE, rule());
    Deployed target = driver.create(TARGET, target("queue"));

    assertThat(driver.read(TARGET, "orders/queue").id()).isEqualTo(target.id());
    assertThatThrownBy(() -> driver.read(TARGET, "orders-queue"))
        .hasMessageContaining("does not name a target");
  }

  @Test
  void an_event_is_passed_on_in_one_way_only() {
    PropertyMap inputs =
        target("queue").toBuilder().put("input", "{}").put("inputPath", "$.detail").build();

    assertThat(driver.check(TARGET, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.property()).isEqualTo("inputPath"));
  }

  private static PropertyMap bus() {
    return PropertyMap.builder().put("name", "shop").build();
  }

  private static PropertyMap rule() {
    return PropertyMap.builder().put("name", "orders").put("eventPattern", PATTERN).build();
  }

  private PropertyMap target(String id) {
    return PropertyMap.builder()
        .put("rule", "orders")
        .put("targetId", id)
        .put("arn", aws.surroundings().arn("sqs", "orders"))
        .build();
  }

  private static RuntimeException concurrent() {
    return refusal(400, "ConcurrentModificationException", "Rule was modified");
  }

  private static Fault failed(String code, String message) {
    return new Fault.Altered(
        answer ->
            PutTargetsResponse.builder()
                .failedEntryCount(1)
                .failedEntries(
                    PutTargetsResultEntry.builder()
                        .targetId("queue")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build());
  }
}
