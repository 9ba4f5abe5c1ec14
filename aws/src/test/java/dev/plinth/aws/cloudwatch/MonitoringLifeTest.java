/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * What happens to alarms, dashboards and metric filters beyond what the contract says of every
 * type.
 */
final class MonitoringLifeTest {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
  private static final String FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
  private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";

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
  void an_alarm_that_an_attempt_with_a_lost_answer_made_is_put_again() {
    aws.calls().spoil("putMetricAlarm", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(ALARM, alarm()).id()).isEqualTo("orders-errors");
  }

  @Test
  void a_threshold_of_zero_is_said() {
    driver.create(ALARM, alarm());

    assertThat(aws.calls().last(PutMetricAlarmRequest.class).threshold()).isZero();
  }

  @Test
  void an_alarm_has_its_tags_from_the_start_and_they_change_without_it() {
    Deployed created = driver.create(ALARM, alarm().with("tags", tags("shop")));
    assertThat(aws.calls().names()).doesNotContain("tagResource");
    assertThat(created.outputs().get("tags")).contains(tags("shop"));
    aws.calls().forget();

    driver.update(created, alarm().with("tags", tags("ops")));

    assertThat(aws.calls().names()).contains("tagResource").doesNotContain("putMetricAlarm");
  }

  @Test
  void what_an_alarm_is_no_longer_to_have_is_gone() {
    PropertyMap full =
        alarm().toBuilder()
            .put("alarmDescription", "Orders fail")
            .put("datapointsToAlarm", 1)
            .put("treatMissingData", "notBreaching")
            .build();
    Deployed created = driver.create(ALARM, full);

    Deployed bare = driver.update(created, alarm());

    assertThat(bare.outputs().has("alarmDescription")).isFalse();
    assertThat(bare.outputs().has("datapointsToAlarm")).isFalse();
    assertThat(bare.outputs().text("treatMissingData")).contains("missing");
  }

  @ParameterizedTest
  @CsvSource({
    "period, 45, is no period",
    "evaluationPeriods, 0, 0",
  })
  void a_number_that_cloudwatch_would_refuse_is_refused_before_any_call(
      String property, int value, String reason) {
    PropertyMap inputs = alarm().with(property, PropertyValue.of(value));

    assertThat(driver.check(ALARM, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.property()).isEqualTo(property);
              assertThat(failure.reason()).contains(reason);
            });
  }

  @Test
  void an_alarm_watches_one_thing_by_one_statistic() {
    PropertyMap inputs =
        alarm().toBuilder().put("extendedStatistic", "p99").put("thresholdMetricId", "x").build();

    assertThat(driver.check(ALARM, PropertyMap.empty(), inputs).failures())
        .extracting(CheckFailure::property)
        .contains("extendedStatistic", "thresholdMetricId");
  }

  @Test
  void a_dashboard_that_is_written_otherwise_is_the_same() {
    Deployed created = driver.create(DASHBOARD, dashboard("{\"widgets\": []}"));

    assertThat(driver.diff(created, dashboard("{ \"widgets\" : [ ] }")).hasChanges()).isFalse();
  }

  @Test
  void what_cloudwatch_finds_odd_in_a_dashboard_is_told() {
    aws.calls()
        .spoil(
            "putDashboard",
            new Fault.Altered(
                answer ->
                    PutDashboardResponse.builder()
                        .dashboardValidationMessages(
                            DashboardValidationMessage.builder()
                                .dataPath("/widgets/0")
                                .message("Unknown property")
                                .build())
                        .build()));

    driver.create(DASHBOARD, dashboard("{\"widgets\": []}"));

    assertThat(driver.warnings()).singleElement().asString().contains("Unknown property");
  }

  @Test
  void a_metric_filter_goes_with_its_log_group() {
    Deployed group = driver.create(GROUP, PropertyMap.builder().put("name", "orders").build());
    Deployed filter = driver.create(FILTER, filter());
    driver.delete(group);

    assertThat(driver.refresh(filter)).isEmpty();
    driver.delete(filter);
  }

  @Test
  void a_metric_filter_waits_for_another_change_of_its_log_group() {
    driver.create(GROUP, PropertyMap.builder().put("name", "orders").build());
    aws.calls()
        .refuse(
            "putMetricFilter",
            refusal(400, "OperationAbortedException", "A conflicting operation is in progress"),
            3);

    assertThat(driver.create(FILTER, filter()).id()).isEqualTo("errors");
  }

  @Test
  void a_filter_is_told_from_those_whose_names_begin_with_its_own() {
    driver.create(GROUP, PropertyMap.builder().put("name", "orders").build());
    driver.create(FILTER, filter().with("name", PropertyValue.of("errors-of-payments")));

    assertThat(driver.read(FILTER, "orders:errors").exists()).isFalse();
  }

  @Test
  void an_import_of_a_filter_without_its_group_says_what_is_missing() {
    assertThatThrownBy(() -> driver.read(FILTER, "errors"))
        .hasMessageContaining("does not name a metric filter");
  }

  private static PropertyMap alarm() {
    return PropertyMap.builder()
        .put("name", "orders-errors")
        .put("comparisonOperator", "GreaterThanThreshold")
        .put("evaluationPeriods", 1)
        .put("namespace", "AWS/Lambda")
        .put("metricName", "Errors")
        .put("statistic", "Sum")
        .put("period", 60)
        .put("threshold", 0)
        .build();
  }

  private static PropertyMap dashboard(String body) {
    return PropertyMap.builder().put("dashboardName", "shop").put("dashboardBody", body).build();
  }

  private static PropertyMap filter() {
    return PropertyMap.builder()
        .put("name", "errors")
        .put("logGroupName", "orders")
        .put("pattern", "ERROR")
        .put(
            "metricTransformation",
            PropertyMap.builder()
                .put("name", "Errors")
                .put("namespace", "Shop")
                .put("value", "1")
                .build())
        .build();
  }

  private static PropertyValue tags(String team) {
    return PropertyValue.of(PropertyMap.builder().put("team", team).build());
  }
}
