/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/**
 * CloudWatch Logs as the local account has it. An operation that is not overridden here is not
 * implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalLogsClient implements CloudWatchLogsClient, LocalService {
  static final String GROUPS = "groups";

  private final LogGroups groups;
  private final LogGroupCreation creation;
  private final LogGroupReads reads;
  private final LogGroupSettings settings;
  private final MetricFilters filters;

  /**
   * @param folder where the log groups of this account and region are kept; made when needed
   */
  public LocalLogsClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    groups =
        new LogGroups(
            account, new Stock<>(folder.resolve(GROUPS), lock, LogGroup.class, LogGroup::builder));
    creation = new LogGroupCreation(account, groups, catalogue);
    reads = new LogGroupReads(groups);
    settings = new LogGroupSettings(groups, creation);
    filters =
        new MetricFilters(
            account,
            groups,
            new Stock<>(
                folder.resolve("metric-filters"), lock, MetricFilter.class, MetricFilter::builder));
  }

  @Override
  public List<String> resourceArns() {
    return groups.names("", "").stream().map(groups::arn).toList();
  }

  @Override
  public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
    creation.create(request);
    return CreateLogGroupResponse.builder().build();
  }

  @Override
  public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
    return reads.describe(request);
  }

  @Override
  public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
    groups.delete(request.logGroupName());
    filters.deleteAllOf(request.logGroupName());
    return DeleteLogGroupResponse.builder().build();
  }

  @Override
  public PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request) {
    settings.putRetention(request);
    return PutRetentionPolicyResponse.builder().build();
  }

  @Override
  public DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request) {
    settings.deleteRetention(request.logGroupName());
    return DeleteRetentionPolicyResponse.builder().build();
  }

  @Override
  public AssociateKmsKeyResponse associateKmsKey(AssociateKmsKeyRequest request) {
    settings.associateKey(request);
    return AssociateKmsKeyResponse.builder().build();
  }

  @Override
  public DisassociateKmsKeyResponse disassociateKmsKey(DisassociateKmsKeyRequest request) {
    settings.disassociateKey(request);
    return DisassociateKmsKeyResponse.builder().build();
  }

  @Override
  public PutLogGroupDeletionProtectionResponse putLogGroupDeletionProtection(
      PutLogGroupDeletionProtectionRequest request) {
    settings.protect(request);
    return PutLogGroupDeletionProtectionResponse.builder().build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    settings.tag(groups.nameOfArn(request.resourceArn()), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    settings.untag(groups.nameOfArn(request.resourceArn()), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .tags(settings.tags(groups.nameOfArn(request.resourceArn())))
        .build();
  }

  @Override
  public PutMetricFilterResponse putMetricFilter(PutMetricFilterRequest request) {
    filters.put(request);
    return PutMetricFilterResponse.builder().build();
  }

  @Override
  public DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest request) {
    return filters.describe(request);
  }

  @Override
  public DeleteMetricFilterResponse deleteMetricFilter(DeleteMetricFilterRequest request) {
    filters.delete(request);
    return DeleteMetricFilterResponse.builder().build();
  }

  @Deprecated
  @Override
  public TagLogGroupResponse tagLogGroup(TagLogGroupRequest request) {
    settings.tag(request.logGroupName(), request.tags());
    return TagLogGroupResponse.builder().build();
  }

  @Deprecated
  @Override
  public UntagLogGroupResponse untagLogGroup(UntagLogGroupRequest request) {
    settings.untag(request.logGroupName(), request.tags());
    return UntagLogGroupResponse.builder().build();
  }

  @Deprecated
  @Override
  public ListTagsLogGroupResponse listTagsLogGroup(ListTagsLogGroupRequest request) {
    return ListTagsLogGroupResponse.builder().tags(settings.tags(request.logGroupName())).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
