/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import static dev.plinth.aws.testing.AwsErrors.fault;
import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Creating without a duplicate when nobody knows what became of a call. */
final class SafeCreateTest {
  private final Operation operation =
      new Operation(
          "thing",
          Duration.ofMinutes(10),
          5,
          new Redaction(Shape.of()),
          new Pacing(new FakeTime()));

  /** How many there are. */
  private int made;

  private int calls;

  @Test
  void makesOneThing() {
    assertThat(run(true, List.of())).isEqualTo("1");
    assertThat(made).isEqualTo(1);
  }

  @Test
  void takesWhatALostCallMadeAndCallsNoMore() {
    run(true, List.of(Fate.MADE_AND_LOST));

    assertThat(made).isEqualTo(1);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void callsAgainAsLongAsNothingWasMade() {
    run(true, List.of(Fate.FAULT, Fate.FAULT, Fate.MADE_AND_LOST));

    assertThat(made).isEqualTo(1);
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void doesNotTakeWhatIsNotAsAsked() {
    assertThatThrownBy(() -> run(false, List.of(Fate.MADE_AND_LOST)))
        .hasMessageContaining("exists");
    assertThat(made).isEqualTo(1);
  }

  @Test
  void doesNotTakeWhatWasThereBefore() {
    made = 1;

    assertThatThrownBy(() -> run(true, List.of())).hasMessageContaining("exists");
    assertThat(calls).isEqualTo(1);
  }

  private enum Fate {
    FAULT,
    MADE_AND_LOST
  }

  private String run(boolean asAsked, List<Fate> fates) {
    Queue<Fate> left = new ArrayDeque<>(fates);
    return new SafeCreate(operation, AwsFailure::isTaken, () -> made > 0 && asAsked)
        .run("CreateThing", List.of(), () -> create(left.poll()))
        .orElse("taken");
  }

  private String create(Fate fate) {
    calls++;
    if (fate == Fate.FAULT) {
      throw fault();
    }
    if (made > 0) {
      throw refusal(409, "EntityAlreadyExists", "it exists");
    }
    made++;
    if (fate == Fate.MADE_AND_LOST) {
      throw timeout();
    }
    return "1";
  }
}
