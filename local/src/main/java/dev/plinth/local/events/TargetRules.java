/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.JsonText;
import dev.plinth.rules.event.InputTemplate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * What EventBridge demands of a target.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html">Target</a>
 */
final class TargetRules {
  private static final Pattern ID = Pattern.compile("[\\.\\-_A-Za-z0-9]+");
  private static final Pattern PATH_KEY = Pattern.compile("[A-Za-z0-9_\\-]+");
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_ARN = 1600;
  private static final int LONGEST_INPUT = 8192;
  private static final int LONGEST_PATH = 256;
  private static final int MOST_PATHS = 100;
  private static final int ARN_PARTS = 6;

  /** The services that EventBridge reaches with a role only. */
  private static final Set<String> WITH_ROLE =
      Set.of(
          "states",
          "kinesis",
          "firehose",
          "ecs",
          "batch",
          "codebuild",
          "codepipeline",
          "execute-api");

  private final Target target;

  TargetRules(Target target) {
    this.target = target;
  }

  void check() {
    members();
    arn();
    input();
    template();
    if (isFifo() && target.sqsParameters() == null) {
      throw EventsFault.validation(
          "Parameter(s) SqsParameters must be specified for target: " + target.id() + ".");
    }
  }

  private void members() {
    Constraints constraints =
        new Constraints()
            .required(target.id(), "targets.member.id")
            .length(target.id(), "targets.member.id", 1, LONGEST_ID)
            .pattern(target.id(), "targets.member.id", ID)
            .required(target.arn(), "targets.member.arn")
            .length(target.arn(), "targets.member.arn", 1, LONGEST_ARN)
            .length(target.input(), "targets.member.input", 0, LONGEST_INPUT)
            .length(target.inputPath(), "targets.member.inputPath", 0, LONGEST_PATH);
    RetryPolicy retry = target.retryPolicy();
    if (retry != null) {
      constraints
          .range(
              retry.maximumEventAgeInSeconds(),
              "targets.member.retryPolicy.maximumEventAgeInSeconds",
              60,
              86_400)
          .range(
              retry.maximumRetryAttempts(),
              "targets.member.retryPolicy.maximumRetryAttempts",
              0,
              185);
    }
    transformer(constraints);
    EventsFault.throwIfAny(constraints);
  }

  private void transformer(Constraints constraints) {
    InputTransformer transformer = target.inputTransformer();
    if (transformer == null) {
      return;
    }
    String at = "targets.member.inputTransformer.";
    constraints
        .required(transformer.inputTemplate(), at + "inputTemplate")
        .length(transformer.inputTemplate(), at + "inputTemplate", 1, LONGEST_INPUT)
        .count(transformer.inputPathsMap().keySet(), at + "inputPathsMap", MOST_PATHS);
    transformer
        .inputPathsMap()
        .forEach(
            (key, path) -> {
              constraints
                  .pattern(key, at + "inputPathsMap.key", PATH_KEY)
                  .that(
                      !key.startsWith("AWS"),
                      key,
                      at + "inputPathsMap.key",
                      "Member must not start with AWS")
                  .length(path, at + "inputPathsMap.value", 0, LONGEST_PATH);
            });
  }

  private void arn() {
    String[] parts = target.arn().split(":", ARN_PARTS);
    if (parts.length != ARN_PARTS || !parts[0].equals("arn") || parts[ARN_PARTS - 1].isEmpty()) {
      throw EventsFault.validation(
          "Parameter "
              + target.arn()
              + " is not valid. Reason: Provided Arn is not in correct format.");
    }
    if (WITH_ROLE.contains(parts[2]) && target.roleArn() == null) {
      throw EventsFault.validation("RoleArn is required for target " + target.arn() + ".");
    }
  }

  private void input() {
    long ways =
        Stream.of(target.input(), target.inputPath(), target.inputTransformer())
            .filter(Objects::nonNull)
            .count();
    if (ways > 1) {
      throw EventsFault.validation(
          "Only one of Input, InputPath, or InputTransformer must be provided for target "
              + target.id()
              + ".");
    }
    if (target.input() != null && JsonText.parse(target.input()).isEmpty()) {
      throw EventsFault.validation("JSON syntax error in input for target " + target.id() + ".");
    }
    if (target.inputPath() != null && !target.inputPath().startsWith("$")) {
      throw EventsFault.validation("Invalid InputPath for target " + target.id() + ".");
    }
  }

  /** Names in a template are defined by its paths, or by EventBridge. */
  private void template() {
    InputTransformer transformer = target.inputTransformer();
    if (transformer != null) {
      new InputTemplate(transformer.inputTemplate())
          .undefined(transformer.inputPathsMap().keySet()).stream()
              .findFirst()
              .ifPresent(
                  name -> {
                    throw EventsFault.validation(
                        "InputTemplate for target "
                            + target.id()
                            + " contains invalid placeholder "
                            + name
                            + ".");
                  });
    }
  }

  private boolean isFifo() {
    List<String> parts = List.of(target.arn().split(":", ARN_PARTS));
    return parts.get(2).equals("sqs") && target.arn().endsWith(".fifo");
  }
}
