/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

final class AlarmsTest {
  private static final String ARN = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors";

  @TempDir Path folder;
  private LocalAccount account;
  private CloudWatchClient cloudWatch;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    cloudWatch = account.client(CloudWatchClient.class);
  }

  @Test
  void an_alarm_begins_without_data_and_keeps_its_tags_when_it_is_put_again() {
    put(alarm -> alarm.tags(Tag.builder().key("a").value("1").build()));
    put(alarm -> alarm.threshold(0.0).tags(Tag.builder().key("a").value("2").build()));

    MetricAlarm alarm =
        cloudWatch.describeAlarms(r -> r.alarmNames("errors")).metricAlarms().get(0);
    assertThat(alarm.alarmArn()).isEqualTo(ARN);
    assertThat(alarm.threshold()).isZero();
    assertThat(alarm.actionsEnabled()).isTrue();
    assertThat(alarm.stateValueAsString()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(cloudWatch.listTagsForResource(r -> r.resourceARN(ARN)).tags())
        .extracting(Tag::value)
        .containsExactly("1");
    assertThat(account.resources()).containsExactly(ARN);
  }

  @Test
  void what_an_alarm_demands() {
    refused(alarm -> alarm.threshold(null), "Threshold is required");
    refused(alarm -> alarm.statistic((String) null), "Exactly one of Statistic");
    refused(alarm -> alarm.extendedStatistic("p99"), "Exactly one of Statistic");
    refused(alarm -> alarm.period(45), "Period must be 10, 20, 30 or a multiple of 60");
    refused(alarm -> alarm.evaluationPeriods(1500), "more than a day");
    refused(alarm -> alarm.datapointsToAlarm(2), "DatapointsToAlarm");
    refused(alarm -> alarm.treatMissingData("maybe"), "treatMissingData");
    refused(alarm -> alarm.metricName(null), "Metrics or MetricName");
    refused(
        alarm ->
            alarm
                .metricName(null)
                .period(null)
                .statistic((String) null)
                .metrics(
                    MetricDataQuery.builder().id("a").expression("b").returnData(false).build()),
        "one element of the metrics list should return data");
  }

  @Test
  void deleting_what_is_not_there_deletes_nothing() {
    put(alarm -> {});

    assertThatThrownBy(() -> cloudWatch.deleteAlarms(r -> r.alarmNames("errors", "other")))
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFound"));
    assertThat(cloudWatch.describeAlarms(r -> r.alarmNamePrefix("err")).metricAlarms()).hasSize(1);

    cloudWatch.deleteAlarms(r -> r.alarmNames("errors"));
    assertThat(account.isEmpty()).isTrue();
  }

  @Test
  void a_dashboard_has_widgets_of_known_types() {
    cloudWatch.putDashboard(
        r ->
            r.dashboardName("shop")
                .dashboardBody(
                    "{\"widgets\":[{\"type\":\"text\",\"width\":24,\"properties\":{\"markdown\":\"a\"}}]}"));

    assertThat(cloudWatch.getDashboard(r -> r.dashboardName("shop")).dashboardArn())
        .isEqualTo("arn:aws:cloudwatch::123456789012:dashboard/shop");
    assertThatThrownBy(
            () ->
                cloudWatch.putDashboard(
                    r ->
                        r.dashboardName("shop")
                            .dashboardBody(
                                "{\"widgets\":[{\"type\":\"metric\",\"width\":25,\"properties\":{}}]}")))
        .isInstanceOfSatisfying(
            DashboardInvalidInputErrorException.class,
            e ->
                assertThat(e.dashboardValidationMessages())
                    .extracting(message -> message.dataPath())
                    .containsExactly(
                        "/widgets/0/width", "/widgets/0/properties", "/widgets/0/properties"));

    cloudWatch.deleteDashboards(r -> r.dashboardNames("shop"));
    assertThatThrownBy(() -> cloudWatch.getDashboard(r -> r.dashboardName("shop")))
        .isInstanceOf(DashboardNotFoundErrorException.class);
  }

  private void refused(Consumer<PutMetricAlarmRequest.Builder> change, String words) {
    assertThatThrownBy(() -> put(change))
        .isInstanceOf(CloudWatchException.class)
        .hasMessageContaining(words);
  }

  private void put(Consumer<PutMetricAlarmRequest.Builder> change) {
    cloudWatch.putMetricAlarm(
        alarm -> {
          alarm
              .alarmName("errors")
              .comparisonOperator("GreaterThanThreshold")
              .evaluationPeriods(1)
              .namespace("AWS/Lambda")
              .metricName("Errors")
              .statistic("Sum")
              .period(60)
              .threshold(1.0);
          change.accept(alarm);
        });
  }
}
