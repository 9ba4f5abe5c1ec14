/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.access.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the circuit breaker does when it is run. */
class BreakerRunTest {
  private static final BreakerDefinition BREAKER =
      new BreakerDefinition(Identity.LONGEST, "arn:machine", "uuid", "arn:data", "task", 300, 300);

  private final Fakes world = new Fakes();

  @Test
  void the_queue_is_paused_until_a_message_is_processed() {
    world.messages.addAll(List.of("a", "b"));
    world.failures = 2;

    assertThat(run(Map.of())).endsWith("DeleteMessage", "Close", "Done");
    assertThat(world.seconds).isEqualTo(3 * 300);
    assertThat(world.probes).isEqualTo(3);
    assertThat(world.messages).hasSize(1);
    assertThat(world.changes).containsExactly(false, true);
  }

  @Test
  void a_second_alarm_leaves_an_open_breaker_to_the_first_run() {
    world.enabled = false;

    assertThat(run(Map.of())).endsWith("Look", "IsClosed", "Done");
    assertThat(world.changes).isEmpty();
  }

  @Test
  void a_breaker_that_nobody_can_close_goes_on_in_another_run() {
    world.messages.add("a");
    world.failures = 70;

    assertThat(run(Map.of())).endsWith("TryAgain", "HandOver", "Done");
    assertThat(world.probes).isEqualTo(50);
    assertThat(world.enabled).isFalse();

    assertThat(world.started).hasSize(1);
    assertThat(run(world.started.get(0))).doesNotContain("Look").endsWith("Close", "Done");
    assertThat(world.probes).isEqualTo(71);
    assertThat(world.changes).containsExactly(false, true);
  }

  @Test
  void a_start_that_was_answered_by_another_one_is_no_failure() {
    world.messages.add("a");
    world.failures = 50;
    world.broken.put("states:startExecution", "StepFunctions.ExecutionAlreadyExistsException");

    assertThat(run(Map.of())).endsWith("HandOver", "Done");
    assertThat(world.enabled).isFalse();
  }

  @Test
  void messages_that_come_later_keep_an_empty_queue_paused() {
    world.later.addAll(
        List.of("ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"));

    assertThat(run(Map.of())).endsWith("IsEmpty", "Close", "Done");
    assertThat(world.seconds).isEqualTo(3 * 300);
  }

  @Test
  void a_run_that_cannot_go_on_lets_the_mapping_go_on_and_fails() {
    for (String action :
        List.of(
            "aws-sdk:sqs:receiveMessage", "aws-sdk:sqs:deleteMessage", "states:startExecution")) {
      for (String error : List.of("Some.Exception", "States.DataLimitExceeded")) {
        Fakes broken = new Fakes();
        broken.messages.add("a");
        broken.failures = action.startsWith("states") ? 50 : 0;
        broken.broken.put(action, error);

        assertThat(new Execution(BREAKER.definition(), broken, Map.of()).run())
            .endsWith("GiveUp", "Failed");
        assertThat(broken.enabled).as(action + " " + error).isTrue();
      }
    }
  }

  private List<String> run(Map<String, Object> input) {
    return new Execution(BREAKER.definition(), world, input).run();
  }

  /** A mapping, a queue and a function. */
  private static final class Fakes implements Execution.World {
    final Deque<String> messages = new ArrayDeque<>();
    final List<Boolean> changes = new ArrayList<>();
    final List<Map<String, Object>> started = new ArrayList<>();
    final Map<String, String> broken = new HashMap<>();

    /** Counts of the queue that are not 0, each until it was asked for once. */
    final Deque<String> later = new ArrayDeque<>();

    boolean enabled = true;
    int failures;
    int probes;
    int seconds;

    @Override
    public void pass(int passed) {
      seconds += passed;
    }

    @Override
    public Object call(String action, Map<String, Object> parameters) throws Execution.Failure {
      if (broken.containsKey(action)) {
        throw new Execution.Failure(broken.get(action));
      }
      return switch (action) {
        case "aws-sdk:lambda:getEventSourceMapping" ->
            Map.of("State", enabled ? "Enabled" : "Disabled");
        case "aws-sdk:lambda:updateEventSourceMapping" ->
            change((boolean) parameters.get("Enabled"));
        case "aws-sdk:sqs:receiveMessage" -> received();
        case "aws-sdk:sqs:getQueueAttributes" ->
            counted((List<?>) parameters.get("AttributeNames"));
        case "aws-sdk:sqs:deleteMessage" -> Map.of("Deleted", messages.remove());
        case "lambda:invoke" -> probed();
        case "states:startExecution" -> start((Map<?, ?>) parameters.get("Input"));
        default -> throw new IllegalStateException("no call " + action);
      };
    }

    private Map<String, Object> change(boolean toEnabled) {
      changes.add(toEnabled);
      enabled = toEnabled;
      return Map.of();
    }

    private Map<String, Object> received() {
      return messages.isEmpty()
          ? Map.of()
          : Map.of(
              "Messages",
              List.of(Map.of("MessageId", "1", "ReceiptHandle", "r", "Body", messages.element())));
    }

    private Map<String, Object> counted(List<?> attributes) {
      Set<String> some =
          later.isEmpty() ? Collections.emptySet() : new HashSet<>(List.of(later.remove()));
      Map<String, Object> counts = new HashMap<>();
      attributes.forEach(name -> counts.put((String) name, some.contains(name) ? "2" : "0"));
      return Map.of("Attributes", counts);
    }

    private Map<String, Object> probed() throws Execution.Failure {
      probes++;
      if (failures-- > 0) {
        throw new Execution.Failure("Lambda.Unknown");
      }
      return Map.of("Payload", Map.of("batchItemFailures", List.of()));
    }

    private Map<String, Object> start(Map<?, ?> input) {
      Map<String, Object> given = new HashMap<>();
      input.forEach((name, value) -> given.put((String) name, value));
      started.add(given);
      return Map.of("ExecutionArn", "arn:execution");
    }
  }
}
