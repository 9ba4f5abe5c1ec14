/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.catalogue.ResourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

final class SchedulesTest {
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:orders";

  @TempDir Path folder;
  private LocalAccount account;
  private SchedulerClient scheduler;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    scheduler = account.client(SchedulerClient.class);
  }

  @Test
  void a_schedule_says_what_it_was_not_told() {
    create(schedule -> {});

    var schedule = scheduler.getSchedule(r -> r.name("orders"));
    assertThat(schedule.groupName()).isEqualTo("default");
    assertThat(schedule.stateAsString()).isEqualTo("ENABLED");
    assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
    assertThat(schedule.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
    assertThat(schedule.arn())
        .isEqualTo("arn:aws:scheduler:eu-central-1:123456789012:schedule/default/orders");
    assertThat(account.assumptions()).hasSize(1);
    assertThatThrownBy(() -> create(again -> {})).isInstanceOf(ConflictException.class);
  }

  @Test
  void an_update_says_everything_anew() {
    create(schedule -> schedule.description("Ours").state("DISABLED"));

    scheduler.updateSchedule(
        r ->
            r.name("orders")
                .scheduleExpression("rate(1 day)")
                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                .target(t -> t.arn(QUEUE).roleArn(Accounts.ROLE)));

    var schedule = scheduler.getSchedule(r -> r.name("orders"));
    assertThat(schedule.description()).isNull();
    assertThat(schedule.stateAsString()).isEqualTo("ENABLED");
    assertThat(schedule.scheduleExpression()).isEqualTo("rate(1 day)");
  }

  @Test
  void what_a_schedule_demands() {
    refused(s -> s.scheduleExpression("every day"), "Invalid Schedule Expression");
    refused(s -> s.scheduleExpressionTimezone("Mars/Olympus"), "Invalid timezone");
    refused(s -> s.flexibleTimeWindow(w -> w.mode("FLEXIBLE")), "needs MaximumWindowInMinutes");
    refused(
        s -> s.flexibleTimeWindow(w -> w.mode("OFF").maximumWindowInMinutes(5)),
        "only with the mode FLEXIBLE");
    refused(
        s -> s.startDate(Instant.EPOCH.plusSeconds(1)).endDate(Instant.EPOCH),
        "before the EndDate");
    refused(s -> s.target(t -> t.arn(QUEUE)), "'target.roleArn'");
    refused(s -> s.target(t -> t.arn("orders").roleArn(Accounts.ROLE)), "correct format");
    assertThatThrownBy(() -> create(s -> s.groupName("shop")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Schedule group shop does not exist");
  }

  @Test
  void a_strict_account_knows_the_role(@TempDir Path other) {
    LocalAccount strict = Accounts.strict(other);
    scheduler = strict.client(SchedulerClient.class);

    refused(s -> {}, "must allow AWS EventBridge Scheduler to assume the role");
    strict.declare(ResourceKind.ROLE, Accounts.ROLE);
    create(s -> {});
  }

  @Test
  void a_group_goes_with_its_schedules() {
    scheduler.createScheduleGroup(r -> r.name("shop"));
    create(s -> s.groupName("shop"));
    assertThat(account.resources()).hasSize(2);

    scheduler.deleteScheduleGroup(r -> r.name("shop"));

    assertThat(account.isEmpty()).isTrue();
    assertThatThrownBy(() -> scheduler.getScheduleGroup(r -> r.name("shop")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> scheduler.deleteScheduleGroup(r -> r.name("default")))
        .isInstanceOf(ValidationException.class);
  }

  private void refused(Consumer<CreateScheduleRequest.Builder> change, String words) {
    assertThatThrownBy(() -> create(change))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(words);
  }

  private void create(Consumer<CreateScheduleRequest.Builder> change) {
    scheduler.createSchedule(
        schedule -> {
          schedule
              .name("orders")
              .scheduleExpression("rate(5 minutes)")
              .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
              .target(t -> t.arn(QUEUE).roleArn(Accounts.ROLE));
          change.accept(schedule);
        });
  }
}
