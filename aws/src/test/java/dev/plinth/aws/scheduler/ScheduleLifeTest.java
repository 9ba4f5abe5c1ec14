/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;

/** What happens to schedules and their groups beyond what the contract says of every type. */
final class ScheduleLifeTest {
  private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";
  private static final String GROUP = "aws:scheduler/scheduleGroup:ScheduleGroup";

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
            "createSchedule",
            refusal(
                400,
                "ValidationException",
                "The execution role you provide must allow AWS EventBridge Scheduler to assume the"
                    + " role."),
            5);

    assertThat(driver.create(SCHEDULE, schedule()).id()).isEqualTo("default/orders");
  }

  @Test
  void a_schedule_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createSchedule", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(SCHEDULE, schedule()).id()).isEqualTo("default/orders");
  }

  @Test
  void a_schedule_of_somebody_else_is_not_taken_over() {
    driver.create(SCHEDULE, schedule());
    PropertyMap other = schedule().with("scheduleExpression", PropertyValue.of("rate(1 day)"));

    assertThatThrownBy(() -> driver.create(SCHEDULE, other)).hasMessageContaining("already exists");
  }

  @Test
  void an_instant_in_another_time_zone_is_the_same() {
    PropertyMap inputs =
        schedule().with("startDate", PropertyValue.of("2030-01-31T12:00:00+01:00"));
    Deployed created = driver.create(SCHEDULE, inputs);

    assertThat(created.outputs().text("startDate")).contains("2030-01-31T12:00:00+01:00");
    PropertyMap inUtc = inputs.with("startDate", PropertyValue.of("2030-01-31T11:00:00Z"));
    assertThat(driver.diff(created, inUtc).hasChanges()).isFalse();
    PropertyMap later = inputs.with("startDate", PropertyValue.of("2030-01-31T12:00:00Z"));
    assertThat(driver.diff(created, later).detailed()).containsOnlyKeys("startDate");
  }

  @Test
  void retries_that_the_program_leaves_to_scheduler_are_no_change() {
    Deployed created = driver.create(SCHEDULE, schedule());

    Deployed refreshed = driver.refresh(created).orElseThrow();

    assertThat(driver.diff(refreshed, schedule()).hasChanges()).isFalse();
  }

  @Test
  void an_update_says_everything_again() {
    PropertyMap full =
        schedule().toBuilder()
            .put("description", "Looks for orders")
            .put("endDate", "2031-01-01T00:00:00Z")
            .build();
    Deployed created = driver.create(SCHEDULE, full);

    Deployed bare = driver.update(created, schedule());

    assertThat(bare.outputs().has("description")).isFalse();
    assertThat(bare.outputs().has("endDate")).isFalse();
    assertThat(bare.outputs().text("scheduleExpression")).contains("rate(5 minutes)");
  }

  @Test
  void a_schedule_is_imported_by_its_group_and_its_name() {
    driver.create(SCHEDULE, schedule());

    assertThat(driver.read(SCHEDULE, "default/orders").exists()).isTrue();
    assertThatThrownBy(() -> driver.read(SCHEDULE, "orders"))
        .hasMessageContaining("does not name a schedule");
  }

  @Test
  void a_schedule_goes_with_its_group() {
    Deployed group = driver.create(GROUP, group());
    Deployed schedule =
        driver.create(SCHEDULE, schedule().with("groupName", PropertyValue.of("shop")));
    driver.delete(group);

    assertThat(driver.refresh(schedule)).isEmpty();
    driver.delete(schedule);
  }

  @Test
  void a_group_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createScheduleGroup", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(GROUP, group()).id()).isEqualTo("shop");
  }

  @Test
  void a_group_that_is_being_deleted_is_gone_for_a_refresh() {
    Deployed created = driver.create(GROUP, group());
    aws.calls()
        .spoil(
            "getScheduleGroup",
            new Fault.Altered(
                answer ->
                    ((GetScheduleGroupResponse) answer)
                        .copy(group -> group.state(ScheduleGroupState.DELETING))));

    assertThat(driver.refresh(created)).isEmpty();
  }

  @Test
  void a_name_that_is_too_long_is_refused_before_any_call() {
    PropertyMap inputs = schedule().with("name", PropertyValue.of("o".repeat(65)));

    assertThat(driver.check(SCHEDULE, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.property()).isEqualTo("name"));
  }

  private static PropertyMap group() {
    return PropertyMap.builder().put("name", "shop").build();
  }

  private PropertyMap schedule() {
    return PropertyMap.builder()
        .put("name", "orders")
        .put("scheduleExpression", "rate(5 minutes)")
        .put("flexibleTimeWindow", PropertyMap.builder().put("mode", "OFF").build())
        .put(
            "target",
            PropertyMap.builder()
                .put("arn", aws.surroundings().arn("sqs", "orders"))
                .put("roleArn", aws.surroundings().role("orders"))
                .build())
        .build();
  }
}
