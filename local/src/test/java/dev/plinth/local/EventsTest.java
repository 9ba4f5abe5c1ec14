/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.catalogue.Assumption;
import dev.plinth.local.catalogue.ResourceKind;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

final class EventsTest {
  private static final String PATTERN = "{\"source\":[\"shop\"]}";
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:orders";

  @TempDir Path folder;
  private LocalAccount account;
  private EventBridgeClient events;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    events = account.client(EventBridgeClient.class);
  }

  @Test
  void the_default_bus_is_always_there_and_stays() {
    assertThat(events.describeEventBus(r -> {}).name()).isEqualTo("default");
    assertThat(account.isEmpty()).isTrue();
    assertThatThrownBy(() -> events.deleteEventBus(r -> r.name("default")))
        .hasMessageContaining("Cannot delete event bus default");
  }

  @Test
  void a_bus_is_made_once_changed_and_deleted_without_rules_only() {
    events.createEventBus(r -> r.name("shop").description("Ours"));
    assertThatThrownBy(() -> events.createEventBus(r -> r.name("shop")))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    events.updateEventBus(r -> r.name("shop").description(""));
    assertThat(events.describeEventBus(r -> r.name("shop")).description()).isNull();

    events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN));
    assertThatThrownBy(() -> events.deleteEventBus(r -> r.name("shop")))
        .hasMessageContaining("since it has rules");
    events.deleteRule(r -> r.name("orders").eventBusName("shop"));
    events.deleteEventBus(r -> r.name("shop"));
    events.deleteEventBus(r -> r.name("shop"));

    assertThat(account.isEmpty()).isTrue();
  }

  @Test
  void a_rule_becomes_what_was_put_last_and_keeps_its_tags() {
    events.putRule(
        r ->
            r.name("orders")
                .eventPattern(PATTERN)
                .description("Ours")
                .tags(Tag.builder().key("a").value("1").build()));
    events.putRule(r -> r.name("orders").scheduleExpression("rate(5 minutes)"));

    var rule = events.describeRule(r -> r.name("orders"));
    assertThat(rule.description()).isNull();
    assertThat(rule.eventPattern()).isNull();
    assertThat(rule.stateAsString()).isEqualTo("ENABLED");
    assertThat(rule.arn()).isEqualTo("arn:aws:events:eu-central-1:123456789012:rule/orders");
    assertThat(events.listTagsForResource(r -> r.resourceARN(rule.arn())).tags()).hasSize(1);
  }

  @Test
  void what_a_rule_demands() {
    assertThatThrownBy(() -> events.putRule(r -> r.name("orders")))
        .hasMessageContaining("EventPattern or ScheduleExpression must be specified");
    assertThatThrownBy(
            () -> events.putRule(r -> r.name("orders").scheduleExpression("rate(1 minutes)")))
        .hasMessageContaining("Parameter ScheduleExpression is not valid.");
    assertThatThrownBy(() -> events.putRule(r -> r.name("orders").eventPattern("{\"a\":\"b\"}")))
        .isInstanceOf(InvalidEventPatternException.class)
        .hasMessageContaining("\"a\" must be an object or an array");
    events.createEventBus(r -> r.name("shop"));
    assertThatThrownBy(
            () ->
                events.putRule(
                    r -> r.name("o").eventBusName("shop").scheduleExpression("rate(1 day)")))
        .hasMessageContaining("only on the default event bus");
  }

  @Test
  void a_rule_may_be_of_a_bus_that_others_have_made() {
    String bus = "arn:aws:events:eu-central-1:123456789012:event-bus/partners";
    assertThatThrownBy(() -> events.describeEventBus(r -> r.name("partners")))
        .isInstanceOf(ResourceNotFoundException.class);

    events.putRule(r -> r.name("orders").eventBusName("partners").eventPattern(PATTERN));

    assertThat(account.assumptions())
        .containsExactly(new Assumption(ResourceKind.EVENT_BUS, bus, "events:PutRule"));
    assertThat(events.describeRule(r -> r.name("orders").eventBusName("partners")).arn())
        .isEqualTo("arn:aws:events:eu-central-1:123456789012:rule/partners/orders");
    events.deleteRule(r -> r.name("orders").eventBusName(bus));
    assertThat(account.isEmpty()).isTrue();

    EventBridgeClient strict = Accounts.strict(folder).client(EventBridgeClient.class);
    assertThatThrownBy(
            () -> strict.putRule(r -> r.name("o").eventBusName("no").eventPattern(PATTERN)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Event bus no does not exist.");
  }

  @Test
  void a_rule_with_targets_cannot_be_deleted() {
    events.putRule(r -> r.name("orders").eventPattern(PATTERN));
    put(target -> {});
    assertThatThrownBy(() -> events.deleteRule(r -> r.name("orders")))
        .hasMessageContaining("since it has targets");

    events.removeTargets(r -> r.rule("orders").ids("one"));
    events.deleteRule(r -> r.name("orders"));
    events.deleteRule(r -> r.name("orders"));

    assertThatThrownBy(() -> events.listTargetsByRule(r -> r.rule("orders")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void what_a_target_demands() {
    events.putRule(r -> r.name("orders").eventPattern(PATTERN));

    refused(target -> target.arn("orders"), "Provided Arn is not in correct format");
    refused(target -> target.input("{"), "JSON syntax error in input for target one");
    refused(target -> target.input("{}").inputPath("$.a"), "Only one of Input");
    refused(
        target -> target.inputTransformer(t -> t.inputTemplate("<id> of <aws.events.rule-name>")),
        "InputTemplate for target one contains invalid placeholder id.");
    refused(target -> target.retryPolicy(p -> p.maximumRetryAttempts(186)), "185");
    refused(target -> target.arn(QUEUE + ".fifo"), "SqsParameters");
    refused(
        target -> target.arn("arn:aws:states:eu-central-1:123456789012:stateMachine:a"),
        "RoleArn is required");
    for (int i = 0; i < 5; i++) {
      String id = "t" + i;
      put(target -> target.id(id));
    }
    assertThatThrownBy(() -> put(target -> {})).isInstanceOf(LimitExceededException.class);
    put(target -> target.id("t0").input("{}"));
  }

  private void refused(Consumer<Target.Builder> change, String words) {
    assertThatThrownBy(() -> put(change))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining(words);
  }

  private void put(Consumer<Target.Builder> change) {
    Target.Builder target = Target.builder().id("one").arn(QUEUE);
    change.accept(target);
    events.putTargets(r -> r.rule("orders").targets(target.build()));
  }
}
