/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What AWS refuses for a while only, by the calls that meet it: one service has not yet seen what
 * another did, or an earlier change is still under way. The texts are AWS's own. Throttling and
 * faults are not among them: {@link Operation} knows of those for every call.
 */
public final class RetryRules {
  private static final String INVALID_PARAMETER = "InvalidParameterValueException";
  private static final String CONFLICT = "ResourceConflictException";
  private static final String NOT_FOUND = "ResourceNotFoundException";
  private static final String VALIDATION = "ValidationException";

  private static final Duration IAM_PROPAGATION = Duration.ofMinutes(2);
  private static final Duration LAMBDA_PROPAGATION = Duration.ofMinutes(5);

  /** Network interfaces take longer to be had when EC2 throttles Lambda. */
  private static final Duration INTERFACES = LAMBDA_PROPAGATION.plusMinutes(9);

  /** Network interfaces take longer still to be reaped. */
  private static final Duration INTERFACES_REAPED = Duration.ofMinutes(15);

  /** Replicas of Lambda@Edge are taken down within hours. */
  private static final Duration REPLICAS = Duration.ofDays(1);

  /** A queue's name is free 60 seconds after the queue was deleted. */
  private static final Duration QUEUE_NAME = Duration.ofSeconds(90);

  /** The role of a function or of its poller: not yet assumable, its policies not yet visible. */
  private static final List<RetryRule> LAMBDA_ROLE =
      List.of(
          new RetryRule(INVALID_PARAMETER, "cannot be assumed by Lambda", LAMBDA_PROPAGATION),
          new RetryRule(
              INVALID_PARAMETER, "execution role does not have permissions", LAMBDA_PROPAGATION));

  private static final List<RetryRule> LAMBDA_SURROUNDINGS =
      join(
          LAMBDA_ROLE,
          new RetryRule(INVALID_PARAMETER, "throttled by EC2", INTERFACES),
          new RetryRule(
              INVALID_PARAMETER, "KMS key is invalid for CreateGrant", LAMBDA_PROPAGATION));

  /** Lambda's calls that change a function's code, version or concurrency. */
  public static final List<RetryRule> FUNCTION_BUSY =
      List.of(new RetryRule(CONFLICT, "", LAMBDA_PROPAGATION));

  /** CreateFunction; that the function exists already is no such refusal. */
  public static final List<RetryRule> FUNCTION_CREATE =
      join(
          LAMBDA_SURROUNDINGS,
          new RetryRule(CONFLICT, "in progress", LAMBDA_PROPAGATION),
          new RetryRule(CONFLICT, "is currently in the following state", LAMBDA_PROPAGATION));

  /** UpdateFunctionConfiguration. */
  public static final List<RetryRule> FUNCTION_CONFIGURATION =
      join(LAMBDA_SURROUNDINGS, FUNCTION_BUSY);

  /** DeleteFunction. */
  public static final List<RetryRule> FUNCTION_DELETE =
      join(
          FUNCTION_BUSY,
          new RetryRule(INVALID_PARAMETER, "because it is a replicated function", REPLICAS));

  /** AddPermission, RemovePermission: the function is not seen yet, or its policy is changing. */
  public static final List<RetryRule> FUNCTION_PERMISSION =
      List.of(
          new RetryRule(NOT_FOUND, "", LAMBDA_PROPAGATION),
          new RetryRule(CONFLICT, "", LAMBDA_PROPAGATION).unless("already exists"));

  /** CreateEventSourceMapping. */
  public static final List<RetryRule> EVENT_SOURCE_MAPPING_CREATE =
      join(
          LAMBDA_ROLE,
          new RetryRule(INVALID_PARAMETER, "ensure the role can perform", LAMBDA_PROPAGATION));

  /** UpdateEventSourceMapping, DeleteEventSourceMapping: an earlier change is under way. */
  public static final List<RetryRule> EVENT_SOURCE_MAPPING_CHANGE =
      join(
          EVENT_SOURCE_MAPPING_CREATE,
          new RetryRule("ResourceInUseException", "", LAMBDA_PROPAGATION));

  /** PutFunctionEventInvokeConfig: the function's role may not send to the destination yet. */
  public static final List<RetryRule> EVENT_INVOKE_CONFIG =
      List.of(
          new RetryRule(INVALID_PARAMETER, "destination ARN", IAM_PROPAGATION),
          new RetryRule(INVALID_PARAMETER, "does not have permissions", IAM_PROPAGATION));

  /** What changes an API or a part of it while another change of it is under way. */
  public static final List<RetryRule> API_CHANGE =
      List.of(new RetryRule("ConflictException", "", IAM_PROPAGATION).unless("already exists"));

  /** RegisterScalableTarget: a role that was just made is not known everywhere. */
  public static final List<RetryRule> SCALABLE_TARGET =
      List.of(
          new RetryRule(VALIDATION, "Unable to assume IAM role", IAM_PROPAGATION),
          new RetryRule(VALIDATION, "does not exist", IAM_PROPAGATION));

  /** PutScalingPolicy: the target that was just registered is not seen everywhere. */
  public static final List<RetryRule> SCALING_POLICY =
      List.of(
          new RetryRule("ObjectNotFoundException", "", IAM_PROPAGATION),
          new RetryRule("FailedResourceAccessException", "Rate exceeded", LAMBDA_PROPAGATION),
          new RetryRule("FailedResourceAccessException", "sts:AssumeRole", IAM_PROPAGATION));

  /** DeleteScalingPolicy: its alarms are changed by CloudWatch's own, small quota. */
  public static final List<RetryRule> SCALING_POLICY_DELETE =
      List.of(new RetryRule("FailedResourceAccessException", "Rate exceeded", LAMBDA_PROPAGATION));

  /** IAM's calls that take a policy: a principal that was just made is not known everywhere. */
  public static final List<RetryRule> IAM_POLICY =
      List.of(
          new RetryRule("MalformedPolicyDocument", "nvalid principal in policy", IAM_PROPAGATION),
          new RetryRule("ConcurrentModification", "", IAM_PROPAGATION));

  /** IAM's deletes: what was detached or removed a moment ago still seems to be there. */
  public static final List<RetryRule> IAM_DELETE =
      List.of(
          new RetryRule("DeleteConflict", "", IAM_PROPAGATION),
          new RetryRule("ConcurrentModification", "", IAM_PROPAGATION));

  /** PutRule. */
  public static final List<RetryRule> EVENT_RULE =
      List.of(
          new RetryRule(VALIDATION, "cannot be assumed by principal", IAM_PROPAGATION),
          new RetryRule("ConcurrentModificationException", "", IAM_PROPAGATION));

  /** PutTargets, RemoveTargets, and what else changes a rule or a bus that others change too. */
  public static final List<RetryRule> EVENT_CHANGE =
      List.of(new RetryRule("ConcurrentModificationException", "", IAM_PROPAGATION));

  /** DeleteRule: targets that were just removed still seem to be there. */
  public static final List<RetryRule> EVENT_RULE_DELETE =
      join(EVENT_CHANGE, new RetryRule(VALIDATION, "since it has targets", LAMBDA_PROPAGATION));

  /** CreateSchedule, UpdateSchedule. */
  public static final List<RetryRule> SCHEDULE =
      List.of(new RetryRule(VALIDATION, "execution role", IAM_PROPAGATION));

  /** CreateStateMachine, UpdateStateMachine: the machine's role, not the caller, lacks a right. */
  public static final List<RetryRule> STATE_MACHINE =
      List.of(
          new RetryRule("AccessDeniedException", "authorized to", LAMBDA_PROPAGATION)
              .unless("authorized to perform"),
          new RetryRule("StateMachineDeleting", "", LAMBDA_PROPAGATION));

  /** CreateQueue, SetQueueAttributes: the name is not free yet, or a principal not known. */
  public static final List<RetryRule> QUEUE =
      List.of(
          new RetryRule("QueueDeletedRecently", "", QUEUE_NAME),
          new RetryRule("InvalidAttributeValue", "for the parameter Policy", QUEUE_NAME));

  /** CreateTopic, SetTopicAttributes, Subscribe. */
  public static final List<RetryRule> TOPIC =
      List.of(
          new RetryRule("InvalidParameter", "PrincipalNotFound", IAM_PROPAGATION),
          new RetryRule("AuthorizationError", "no identity-based policy allows", IAM_PROPAGATION));

  /** What is set on a bucket that was just made. */
  public static final List<RetryRule> BUCKET =
      List.of(
          new RetryRule("NoSuchBucket", "", IAM_PROPAGATION),
          new RetryRule("OperationAborted", "", IAM_PROPAGATION),
          new RetryRule("MalformedPolicy", "nvalid principal in policy", IAM_PROPAGATION));

  /** PutBucketNotificationConfiguration: the permission or policy of who is told follows. */
  public static final List<RetryRule> BUCKET_NOTIFICATION =
      join(
          BUCKET,
          new RetryRule(
              "InvalidArgument",
              "Unable to validate the following destination configurations",
              IAM_PROPAGATION));

  /** CreateKey, PutKeyPolicy, CreateAlias and what else is done with a key that was just made. */
  public static final List<RetryRule> KEY =
      List.of(
          new RetryRule("MalformedPolicyDocumentException", "", IAM_PROPAGATION),
          new RetryRule("NotFoundException", "", IAM_PROPAGATION));

  /** CreateSecret, PutResourcePolicy. */
  public static final List<RetryRule> SECRET =
      List.of(
          new RetryRule("InvalidRequestException", "deleted", IAM_PROPAGATION)
              .unless("scheduled for deletion"),
          new RetryRule("MalformedPolicyDocumentException", "", IAM_PROPAGATION));

  /** DeleteSecurityGroup: network interfaces that were released are reaped by and by. */
  public static final List<RetryRule> SECURITY_GROUP_DELETE =
      List.of(
          new RetryRule("DependencyViolation", "", INTERFACES_REAPED),
          new RetryRule("InvalidGroup.InUse", "", INTERFACES_REAPED));

  /** What is done with a security group that was just made. */
  public static final List<RetryRule> SECURITY_GROUP =
      List.of(new RetryRule("InvalidGroup.NotFound", "", IAM_PROPAGATION));

  /** Every call that changes a log group: another one on the same group is under way. */
  public static final List<RetryRule> LOG_GROUP =
      List.of(new RetryRule("OperationAbortedException", "", Duration.ofMinutes(1)));

  /** PutRetentionPolicy: permissions that hang on the group's tags follow a moment later. */
  public static final List<RetryRule> LOG_GROUP_RETENTION =
      join(
          LOG_GROUP,
          new RetryRule(
              "AccessDeniedException", "no identity-based policy allows", IAM_PROPAGATION));

  private RetryRules() {}

  private static List<RetryRule> join(List<RetryRule> first, RetryRule... more) {
    return join(first, List.of(more));
  }

  private static List<RetryRule> join(List<RetryRule> first, List<RetryRule> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }
}
