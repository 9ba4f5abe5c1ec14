/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/**
 * CloudWatch as the local account has it. An operation that is not overridden here is not
 * implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalCloudWatchClient implements CloudWatchClient, LocalService {
  private final Alarms alarms;
  private final Dashboards dashboards;

  /**
   * @param folder where alarms and dashboards are kept; made when needed
   */
  public LocalCloudWatchClient(AccountContext account, Path folder, FolderLock lock) {
    alarms =
        new Alarms(
            account,
            new Stock<>(folder.resolve("alarms"), lock, MetricAlarm.class, MetricAlarm::builder));
    dashboards =
        new Dashboards(
            account,
            new Stock<>(
                folder.resolve("dashboards"),
                lock,
                GetDashboardResponse.class,
                GetDashboardResponse::builder));
  }

  @Override
  public List<String> resourceArns() {
    List<String> arns = new ArrayList<>(alarms.arns());
    arns.addAll(dashboards.arns());
    return arns;
  }

  @Override
  public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
    alarms.put(request);
    return PutMetricAlarmResponse.builder().build();
  }

  @Override
  public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
    return alarms.describe(request);
  }

  @Override
  public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
    alarms.delete(request.alarmNames());
    return DeleteAlarmsResponse.builder().build();
  }

  @Override
  public EnableAlarmActionsResponse enableAlarmActions(EnableAlarmActionsRequest request) {
    alarms.enableActions(request.alarmNames(), true);
    return EnableAlarmActionsResponse.builder().build();
  }

  @Override
  public DisableAlarmActionsResponse disableAlarmActions(DisableAlarmActionsRequest request) {
    alarms.enableActions(request.alarmNames(), false);
    return DisableAlarmActionsResponse.builder().build();
  }

  @Override
  public PutDashboardResponse putDashboard(PutDashboardRequest request) {
    dashboards.put(request);
    return PutDashboardResponse.builder().build();
  }

  @Override
  public GetDashboardResponse getDashboard(GetDashboardRequest request) {
    return dashboards.get(request.dashboardName());
  }

  @Override
  public ListDashboardsResponse listDashboards(ListDashboardsRequest request) {
    return dashboards.list(request);
  }

  @Override
  public DeleteDashboardsResponse deleteDashboards(DeleteDashboardsRequest request) {
    dashboards.delete(request.dashboardNames());
    return DeleteDashboardsResponse.builder().build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    Map<String, String> added = TagLists.map(request.tags());
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, added);
    CloudWatchFault.throwIfAny(constraints);
    changeTags(request.resourceARN(), tags -> AccountTags.merged(tags, added));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    changeTags(request.resourceARN(), tags -> AccountTags.without(tags, request.tagKeys()));
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    Map<String, String> tags =
        alarms
            .stock()
            .find(alarms.require(request.resourceARN()))
            .map(Stored::tags)
            .orElse(Map.of());
    return ListTagsForResourceResponse.builder().tags(TagLists.list(tags)).build();
  }

  private void changeTags(String arn, UnaryOperator<Map<String, String>> change) {
    alarms
        .stock()
        .changeTags(
            alarms.require(arn),
            () -> CloudWatchFault.notFound(arn),
            tags -> {
              Map<String, String> changed = change.apply(tags);
              CloudWatchFault.throwIfAny(
                  new Constraints().count(changed.keySet(), "tags", AccountTags.MOST));
              return changed;
            });
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
