/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.testing.Backends;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where moto answers differently from what AWS documents, so that a test of the contract fails on
 * it. {@code docs/fidelity.md} has the sources.
 */
final class MotoDifferences {
  private static final String IN_PLACE = "a_change_is_made_in_place_and_taken_back";
  private static final String CREATED = "a_resource_can_be_created_with_the_change_in_it";
  private static final String FORESEEN = "a_preview_foresees_what_the_update_does";

  private static final String DRIFT = "drift_is_seen_and_mended";
  private static final String DELETED = "a_deleted_resource_is_gone_and_deleting_it_again_is_fine";

  private static final List<Difference> ALL =
      List.of(
          new Difference(
              ContractCases.API_STAGE, "", Set.of(DRIFT), "moto has no UpdateStage", "500"),
          new Difference(
              ContractCases.API_STAGE,
              "accessLogSettings",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "autoDeploy",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "defaultRouteSettings",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "description",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "routeSettings",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "stageVariables",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateStage",
              "UpdateStage"),
          new Difference(
              ContractCases.API_STAGE,
              "tags",
              Set.of(IN_PLACE, FORESEEN),
              "moto's TagResource takes no ARN of a stage",
              "TagResource"),
          new Difference(
              ContractCases.BUCKET_NOTIFICATION,
              "eventbridge",
              Set.of(IN_PLACE, CREATED, FORESEEN),
              "moto's GetBucketNotificationConfiguration has no EventBridgeConfiguration",
              "was not notifying as asked for"),
          new Difference(
              ContractCases.SCALING_POLICY,
              "",
              Set.of(DELETED),
              "moto's DeleteScalingPolicy calls a policy that is gone invalid, not missing",
              "No scaling policy found"),
          new Difference(
              ContractCases.SCALING_POLICY,
              "targetTrackingScalingPolicyConfiguration",
              Set.of(FORESEEN),
              "moto gives a policy that is changed another ARN",
              "arn"),
          Difference.everywhere(
              ContractCases.SCALABLE_TARGET,
              "moto has no ListTagsForResource of scalable targets",
              "ListTagsForResource"),
          new Difference(
              ContractCases.FUNCTION_EVENT_INVOKE_CONFIG,
              "",
              Set.of(DRIFT),
              "moto's GetFunctionEventInvokeConfig answers the first configuration ever put",
              "maximumRetryAttempts"),
          new Difference(
              ContractCases.FUNCTION_EVENT_INVOKE_CONFIG,
              "destinationConfig",
              Set.of(IN_PLACE),
              "moto's GetFunctionEventInvokeConfig answers the first configuration ever put"),
          new Difference(
              ContractCases.FUNCTION_EVENT_INVOKE_CONFIG,
              "maximumEventAgeInSeconds",
              Set.of(IN_PLACE),
              "moto's GetFunctionEventInvokeConfig answers the first configuration ever put"),
          new Difference(
              ContractCases.FUNCTION_EVENT_INVOKE_CONFIG,
              "maximumRetryAttempts",
              Set.of(IN_PLACE),
              "moto's GetFunctionEventInvokeConfig answers the first configuration ever put"),
          new Difference(
              ContractCases.FUNCTION_URL,
              "cors",
              Set.of(IN_PLACE),
              "moto's UpdateFunctionUrlConfig ignores an empty Cors"),
          new Difference(
              ContractCases.FUNCTION_URL,
              "invokeMode",
              Set.of(IN_PLACE, FORESEEN),
              "moto's UpdateFunctionUrlConfig ignores InvokeMode"),
          Difference.everywhere(
              ContractCases.PROVISIONED_CONCURRENCY,
              "moto has no provisioned concurrency",
              "PutProvisionedConcurrencyConfig"),
          new Difference(
              ContractCases.FUNCTION_FROM_S3,
              "deadLetterConfig",
              Set.of(IN_PLACE),
              "moto keeps no dead-letter queue of a function"),
          new Difference(
              ContractCases.FUNCTION_FROM_S3,
              "kmsKeyArn",
              Set.of(IN_PLACE),
              "moto's UpdateFunctionConfiguration ignores the key"),
          new Difference(
              ContractCases.FUNCTION_FROM_S3,
              "snapStart",
              Set.of(IN_PLACE, CREATED),
              "moto says that SnapStart is off whatever was asked"),
          new Difference(
              ContractCases.FUNCTION_FROM_S3,
              "reservedConcurrentExecutions",
              Set.of(IN_PLACE, FORESEEN),
              "moto's GetFunction leaves out a reserved concurrency of 0"),
          new Difference(
              ContractCases.FUNCTION_FROM_AN_IMAGE,
              "imageConfig",
              Set.of(IN_PLACE),
              "moto's UpdateFunctionConfiguration ignores the image's configuration"),
          new Difference(
              ContractCases.TOPIC,
              "httpSuccessFeedbackSampleRate",
              Set.of(IN_PLACE),
              "moto's GetTopicAttributes leaves it out"),
          new Difference(
              ContractCases.TOPIC,
              "lambdaSuccessFeedbackRoleArn",
              Set.of(IN_PLACE),
              "moto's GetTopicAttributes leaves it out"),
          new Difference(
              ContractCases.TOPIC,
              "signatureVersion",
              Set.of(IN_PLACE),
              "moto's GetTopicAttributes leaves it out"),
          new Difference(
              ContractCases.TOPIC,
              "sqsFailureFeedbackRoleArn",
              Set.of(IN_PLACE),
              "moto's GetTopicAttributes leaves it out"),
          new Difference(
              ContractCases.TOPIC,
              "tracingConfig",
              Set.of(IN_PLACE),
              "moto's GetTopicAttributes leaves it out"),
          new Difference(
              ContractCases.METRIC_FILTER,
              "",
              Set.of(DRIFT),
              "moto's PutMetricFilter adds a second filter of the name",
              "pattern"),
          new Difference(
              ContractCases.METRIC_FILTER,
              "pattern",
              Set.of(IN_PLACE, FORESEEN),
              "moto's PutMetricFilter adds a second filter of the name"),
          new Difference(
              ContractCases.METRIC_FILTER,
              "metricTransformation",
              Set.of(IN_PLACE, FORESEEN),
              "moto's PutMetricFilter adds a second filter of the name"),
          new Difference(
              ContractCases.EVENT_BUS, "", Set.of(DRIFT), "moto has no UpdateEventBus", "500"),
          new Difference(
              ContractCases.EVENT_BUS,
              "deadLetterConfig",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateEventBus",
              "UpdateEventBus"),
          new Difference(
              ContractCases.EVENT_BUS,
              "description",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no UpdateEventBus",
              "UpdateEventBus"),
          new Difference(
              ContractCases.STATE_MACHINE,
              "publish",
              Set.of(IN_PLACE),
              "moto has no ListStateMachineVersions",
              "ListStateMachineVersions"),
          new Difference(
              ContractCases.LOG_GROUP,
              "kmsKeyId",
              Set.of(IN_PLACE, FORESEEN),
              "moto has no AssociateKmsKey",
              "AssociateKmsKey"));

  private MotoDifferences() {}

  /**
   * One difference.
   *
   * @param change the property that it is about; empty for tests that change nothing
   * @param tests the methods of the contract test that fail of it; empty when all do, whatever is
   *     changed
   * @param sign a word of the failure: the property, or the operation that moto does not have
   */
  record Difference(
      ContractCases which, String change, Set<String> tests, String reason, String sign) {
    Difference(ContractCases which, String change, Set<String> tests, String reason) {
      this(which, change, tests, reason, change);
    }

    /** Of a type that moto does not have. */
    static Difference everywhere(ContractCases which, String reason, String sign) {
      return new Difference(which, "", Set.of(), reason, sign);
    }

    private boolean covers(String changed, String test) {
      return tests.isEmpty() || (change.equals(changed) && tests.contains(test));
    }
  }

  /** Why a test of a change fails on a backend, if it does. */
  static Optional<Difference> find(
      Backends.Kind kind, ContractCases which, String change, String test) {
    return ALL.stream()
        .filter(each -> kind == Backends.Kind.MOTO && each.which() == which)
        .filter(each -> each.covers(change, test))
        .findFirst();
  }
}
