/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.config.ServiceId;
import dev.plinth.aws.testing.FakeTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How fast calls pass, and what throttling does to that. */
final class ServiceFlowTest {
  private static final ServiceBounds BOUNDS = new ServiceBounds(2, 10, Map.of("GetThing", 100.0));

  private final FakeTime time = new FakeTime();
  private final ServiceFlow flow = new ServiceFlow(BOUNDS, true, time);

  @Test
  void letsTheFirstCallPassAtOnce() throws InterruptedException {
    assertThat(timeOf(1, "CreateThing")).isZero();
  }

  @ParameterizedTest
  @EnumSource(ServiceId.class)
  void staysBelowTheRateInEverySecond(ServiceId service) throws InterruptedException {
    ServiceBounds bounds = ServiceBounds.of(service);
    ServiceFlow busy = new ServiceFlow(bounds, true, time);
    int calls = 0;
    while (time.passed().compareTo(Duration.ofSeconds(10)) < 0) {
      busy.enter("CreateThing");
      busy.leave();
      calls++;
    }

    assertThat((double) calls).isBetween(8 * bounds.perSecond(), 10 * bounds.perSecond());
  }

  @Test
  void countsApartWhatTheServiceCountsApart() throws InterruptedException {
    Duration reads = timeOf(90, "GetThing");
    Duration writes = timeOf(9, "CreateThing");

    assertThat(reads).isBetween(Duration.ofMillis(700), Duration.ofMillis(1000));
    assertThat(writes).isBetween(Duration.ofMillis(700), Duration.ofMillis(1000));
  }

  @Test
  void slowsEveryCallOfTheServiceDownWhenOneIsThrottled() throws InterruptedException {
    Duration before = timeOf(9, "CreateThing");
    flow.throttled();

    assertThat(timeOf(9, "CreateThing")).isGreaterThan(before.multipliedBy(3).dividedBy(2));
    assertThat(timeOf(90, "GetThing")).isGreaterThan(before.multipliedBy(5).dividedBy(4));
  }

  @Test
  void speedsUpAgainWhileNothingIsThrottled() throws InterruptedException {
    Duration before = timeOf(9, "CreateThing");
    flow.throttled();
    time.sleep(Duration.ofSeconds(30));

    assertThat(timeOf(9, "CreateThing")).isLessThanOrEqualTo(before);
  }

  @Test
  void takesRefusalsOfTheSameMomentForOne() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      flow.throttled();
    }

    assertThat(timeOf(9, "CreateThing")).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void neverStandsStill() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      flow.throttled();
      time.sleep(Duration.ofSeconds(1));
    }

    assertThat(timeOf(1, "CreateThing")).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void keepsItsPaceWhereItIsToldTo() throws InterruptedException {
    ServiceFlow stubborn = new ServiceFlow(BOUNDS, false, time);
    stubborn.enter("CreateThing");
    stubborn.throttled();
    Duration start = time.passed();
    for (int i = 0; i < 9; i++) {
      stubborn.leave();
      stubborn.enter("CreateThing");
    }

    assertThat(time.passed().minus(start)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void hasNoMoreCallsUnderWayThanSeats() throws InterruptedException {
    flow.enter("GetThing");
    flow.enter("GetThing");
    CountDownLatch third = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                flow.enter("GetThing");
                third.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(third.getCount()).isEqualTo(1);

    flow.leave();

    assertThat(third.await(1, TimeUnit.MINUTES)).isTrue();
    waiting.join();
  }

  private Duration timeOf(int calls, String action) throws InterruptedException {
    Duration start = time.passed();
    for (int i = 0; i < calls; i++) {
      flow.enter(action);
      flow.leave();
    }
    return time.passed().minus(start);
  }
}
