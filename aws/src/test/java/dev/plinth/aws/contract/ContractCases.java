/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import java.util.Set;
import java.util.function.Function;

/** A case for every resource type of the provider. */
enum ContractCases {
  ALIAS(AliasCase::live),
  API(GatewayCases::api),
  API_AUTHORIZER(GatewayCases::authorizer),
  API_INTEGRATION(GatewayCases::integration),
  API_ROUTE(GatewayCases::route),
  API_STAGE(GatewayCases::stage),
  SCALABLE_TARGET(ScalingCases::target),
  SCALING_POLICY(ScalingCases::policy),
  ALARM(CloudWatchCases::alarm),
  ALARM_ON_AN_EXPRESSION(CloudWatchCases::alarmOnExpression),
  DASHBOARD(CloudWatchCases::dashboard),
  EVENT_BUS(EventCases::bus),
  EVENT_RULE(EventCases::rule),
  EVENT_TARGET(EventCases::target),
  SCHEDULE(ScheduleCases::schedule),
  SCHEDULE_GROUP(ScheduleCases::group),
  METRIC_FILTER(CloudWatchCases::metricFilter),
  EVENT_SOURCE_MAPPING(EventSourceMappingCase::fromQueue),
  BUCKET_NOTIFICATION(S3Cases::notification),
  BUCKET_OBJECT(S3Cases::object),
  FUNCTION_EVENT_INVOKE_CONFIG(FunctionEventInvokeConfigCase::ofFunction),
  FUNCTION_URL(FunctionUrlCase::signed),
  LAYER_VERSION(LayerVersionCase::fromS3),
  PERMISSION(PermissionCase::forBucket),
  PROVISIONED_CONCURRENCY(ProvisionedConcurrencyConfigCase::ofVersion),
  FUNCTION_FROM_S3(FunctionCase::zip),
  FUNCTION_FROM_AN_IMAGE(FunctionCase::image),
  LOG_GROUP(LogGroupCase::standard),
  POLICY(IamCases::policy),
  POLICY_ATTACHMENT(IamCases::attachment),
  QUEUE(SqsCases::queue),
  QUEUE_OF_FIFO(SqsCases::fifo),
  QUEUE_POLICY(SqsCases::policy),
  REDRIVE_ALLOW_POLICY(SqsCases::redriveAllow),
  REDRIVE_POLICY(SqsCases::redrive),
  ROLE(IamCases::role),
  ROLE_POLICY(IamCases::rolePolicy),
  ROLE_WITH_POLICIES(IamCases::roleWithPolicies),
  STATE_MACHINE(StateMachineCases::standard),
  SUBSCRIPTION(SnsCases::subscription),
  SUBSCRIPTION_TO_BODIES(SnsCases::subscriptionToBodies),
  TOPIC(SnsCases::topic),
  TOPIC_OF_FIFO(SnsCases::fifo),
  TOPIC_POLICY(SnsCases::policy);

  @SuppressWarnings("ImmutableEnumChecker") // references to methods, which hold no state
  private final Function<Setting, ContractCase> make;

  ContractCases(Function<Setting, ContractCase> make) {
    this.make = make;
  }

  /** The case in an account. */
  ContractCase in(Setting there) {
    return make.apply(there);
  }

  String type() {
    return in(Setting.IMAGINED).type();
  }

  /** The names of the changes, which are the same in every account. */
  Set<String> changes() {
    return in(Setting.IMAGINED).changes().keySet();
  }
}
