/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.scheduler;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.GetScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsRequest;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesRequest;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.scheduler.model.TagResourceRequest;
import software.amazon.awssdk.services.scheduler.model.TagResourceResponse;
import software.amazon.awssdk.services.scheduler.model.UntagResourceRequest;
import software.amazon.awssdk.services.scheduler.model.UntagResourceResponse;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleResponse;

/**
 * EventBridge Scheduler as the local account has it. An operation that is not overridden here is
 * not implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalSchedulerClient implements SchedulerClient, LocalService {
  private final ScheduleGroups groups;
  private final Schedules schedules;

  /**
   * @param folder where schedules and groups are kept; made when needed
   */
  public LocalSchedulerClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    groups =
        new ScheduleGroups(
            account,
            new Stock<>(
                folder.resolve("groups"),
                lock,
                GetScheduleGroupResponse.class,
                GetScheduleGroupResponse::builder));
    schedules =
        new Schedules(
            account,
            groups,
            catalogue,
            new Stock<>(
                folder.resolve("schedules"),
                lock,
                GetScheduleResponse.class,
                GetScheduleResponse::builder));
  }

  @Override
  public List<String> resourceArns() {
    List<String> arns = new ArrayList<>(groups.arns());
    arns.addAll(schedules.arns());
    return arns;
  }

  @Override
  public CreateScheduleGroupResponse createScheduleGroup(CreateScheduleGroupRequest request) {
    return CreateScheduleGroupResponse.builder().scheduleGroupArn(groups.create(request)).build();
  }

  @Override
  public GetScheduleGroupResponse getScheduleGroup(GetScheduleGroupRequest request) {
    return groups.get(request.name());
  }

  @Override
  public ListScheduleGroupsResponse listScheduleGroups(ListScheduleGroupsRequest request) {
    return groups.list(request);
  }

  /** Deletes the group's schedules too. */
  @Override
  public DeleteScheduleGroupResponse deleteScheduleGroup(DeleteScheduleGroupRequest request) {
    groups.delete(request.name());
    schedules.deleteAllOf(request.name());
    return DeleteScheduleGroupResponse.builder().build();
  }

  @Override
  public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
    return CreateScheduleResponse.builder().scheduleArn(schedules.create(request)).build();
  }

  @Override
  public GetScheduleResponse getSchedule(GetScheduleRequest request) {
    return schedules.get(request.groupName(), request.name());
  }

  @Override
  public UpdateScheduleResponse updateSchedule(UpdateScheduleRequest request) {
    return UpdateScheduleResponse.builder().scheduleArn(schedules.update(request)).build();
  }

  @Override
  public DeleteScheduleResponse deleteSchedule(DeleteScheduleRequest request) {
    schedules.delete(request.groupName(), request.name());
    return DeleteScheduleResponse.builder().build();
  }

  @Override
  public ListSchedulesResponse listSchedules(ListSchedulesRequest request) {
    return schedules.list(request);
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    groups.tag(request.resourceArn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    groups.untag(request.resourceArn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(groups.tagsOf(request.resourceArn())).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
