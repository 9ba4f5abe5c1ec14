/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.apigatewayv2.ApiType;
import dev.plinth.aws.apigatewayv2.AuthorizerType;
import dev.plinth.aws.apigatewayv2.IntegrationType;
import dev.plinth.aws.apigatewayv2.RouteType;
import dev.plinth.aws.apigatewayv2.StageType;
import dev.plinth.aws.appautoscaling.PolicyType;
import dev.plinth.aws.appautoscaling.TargetType;
import dev.plinth.aws.cloudwatch.DashboardType;
import dev.plinth.aws.cloudwatch.LogGroupType;
import dev.plinth.aws.cloudwatch.LogMetricFilterType;
import dev.plinth.aws.cloudwatch.MetricAlarmType;
import dev.plinth.aws.events.EventBusType;
import dev.plinth.aws.events.EventRuleType;
import dev.plinth.aws.events.EventTargetType;
import dev.plinth.aws.iam.RolePolicyAttachmentType;
import dev.plinth.aws.iam.RolePolicyType;
import dev.plinth.aws.iam.RoleType;
import dev.plinth.aws.lambda.AliasType;
import dev.plinth.aws.lambda.EventSourceMappingType;
import dev.plinth.aws.lambda.FunctionEventInvokeConfigType;
import dev.plinth.aws.lambda.FunctionType;
import dev.plinth.aws.lambda.FunctionUrlType;
import dev.plinth.aws.lambda.LayerVersionType;
import dev.plinth.aws.lambda.PermissionType;
import dev.plinth.aws.lambda.ProvisionedConcurrencyConfigType;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.s3.BucketNotificationType;
import dev.plinth.aws.s3.BucketObjectType;
import dev.plinth.aws.scheduler.ScheduleGroupType;
import dev.plinth.aws.scheduler.ScheduleType;
import dev.plinth.aws.sfn.StateMachineType;
import dev.plinth.aws.sns.TopicPolicyType;
import dev.plinth.aws.sns.TopicSubscriptionType;
import dev.plinth.aws.sns.TopicType;
import dev.plinth.aws.sqs.QueueAttributeType;
import dev.plinth.aws.sqs.QueueType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every resource type of the provider. A type's schema is made when the type is first met. */
public final class ResourceTypes {
  private static final Map<String, Supplier<ResourceType>> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("aws:apigatewayv2/api:Api", ApiType::new),
              Map.entry("aws:apigatewayv2/authorizer:Authorizer", AuthorizerType::new),
              Map.entry("aws:apigatewayv2/integration:Integration", IntegrationType::new),
              Map.entry("aws:apigatewayv2/route:Route", RouteType::new),
              Map.entry("aws:apigatewayv2/stage:Stage", StageType::new),
              Map.entry("aws:appautoscaling/policy:Policy", PolicyType::new),
              Map.entry("aws:appautoscaling/target:Target", TargetType::new),
              Map.entry("aws:cloudwatch/dashboard:Dashboard", DashboardType::new),
              Map.entry("aws:cloudwatch/eventBus:EventBus", EventBusType::new),
              Map.entry("aws:cloudwatch/eventRule:EventRule", EventRuleType::new),
              Map.entry("aws:cloudwatch/eventTarget:EventTarget", EventTargetType::new),
              Map.entry("aws:cloudwatch/logGroup:LogGroup", LogGroupType::new),
              Map.entry("aws:cloudwatch/logMetricFilter:LogMetricFilter", LogMetricFilterType::new),
              Map.entry("aws:cloudwatch/metricAlarm:MetricAlarm", MetricAlarmType::new),
              Map.entry("aws:iam/policy:Policy", dev.plinth.aws.iam.PolicyType::new),
              Map.entry("aws:iam/role:Role", RoleType::new),
              Map.entry("aws:iam/rolePolicy:RolePolicy", RolePolicyType::new),
              Map.entry(
                  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                  RolePolicyAttachmentType::new),
              Map.entry("aws:lambda/alias:Alias", AliasType::new),
              Map.entry(
                  "aws:lambda/eventSourceMapping:EventSourceMapping", EventSourceMappingType::new),
              Map.entry("aws:lambda/function:Function", FunctionType::new),
              Map.entry(
                  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
                  FunctionEventInvokeConfigType::new),
              Map.entry("aws:lambda/functionUrl:FunctionUrl", FunctionUrlType::new),
              Map.entry("aws:lambda/layerVersion:LayerVersion", LayerVersionType::new),
              Map.entry("aws:lambda/permission:Permission", PermissionType::new),
              Map.entry(
                  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
                  ProvisionedConcurrencyConfigType::new),
              Map.entry(
                  "aws:s3/bucketNotification:BucketNotification", BucketNotificationType::new),
              Map.entry("aws:s3/bucketObjectv2:BucketObjectv2", BucketObjectType::new),
              Map.entry("aws:scheduler/schedule:Schedule", ScheduleType::new),
              Map.entry("aws:scheduler/scheduleGroup:ScheduleGroup", ScheduleGroupType::new),
              Map.entry("aws:sfn/stateMachine:StateMachine", StateMachineType::new),
              Map.entry("aws:sns/topic:Topic", TopicType::new),
              Map.entry("aws:sns/topicPolicy:TopicPolicy", TopicPolicyType::new),
              Map.entry("aws:sns/topicSubscription:TopicSubscription", TopicSubscriptionType::new),
              Map.entry("aws:sqs/queue:Queue", QueueType::new),
              Map.entry("aws:sqs/queuePolicy:QueuePolicy", QueueAttributeType::policy),
              Map.entry(
                  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
                  QueueAttributeType::redriveAllow),
              Map.entry("aws:sqs/redrivePolicy:RedrivePolicy", QueueAttributeType::redrive)));

  private static final Map<String, ResourceType> MET = new ConcurrentHashMap<>();

  private ResourceTypes() {}

  public static Set<String> tokens() {
    return TYPES.keySet();
  }

  /** The type of a token, or null. */
  public static @Nullable ResourceType find(String token) {
    ResourceType met = MET.get(token);
    if (met != null) {
      return met;
    }
    Supplier<ResourceType> type = TYPES.get(token);
    return type == null ? null : MET.computeIfAbsent(token, key -> type.get());
  }
}
