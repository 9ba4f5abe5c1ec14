/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;

/** Where Lambda sends the records of invocations: each has to exist and to be sent to. */
final class Destinations {
  private final Catalogue catalogue;

  Destinations(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param call for example {@code lambda:PutFunctionEventInvokeConfig}
   */
  void check(@Nullable DestinationConfig config, String call) {
    if (config == null) {
      return;
    }
    if (config.onSuccess() != null) {
      check(config.onSuccess().destination(), call);
    }
    if (config.onFailure() != null) {
      check(config.onFailure().destination(), call);
    }
  }

  /** Lambda only asks whether the role may send, so a missing target reads like a missing right. */
  private void check(@Nullable String arn, String call) {
    if (arn == null || arn.isEmpty()) {
      return;
    }
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      throw LambdaFault.invalidParameter("The destination ARN " + arn + " is invalid.");
    }
    switch (parts[2]) {
      case "sqs" -> require(ResourceKind.DEAD_LETTER_TARGET, arn, call, "SendMessage on SQS");
      case "sns" -> require(ResourceKind.DEAD_LETTER_TARGET, arn, call, "Publish on SNS");
      case "lambda" -> require(ResourceKind.FUNCTION, arn, call, "Invoke on Lambda");
      case "s3" -> require(ResourceKind.BUCKET, parts[5], call, "PutObject on S3");
      case "events", "kafka" -> {} // taken as they are: no service here answers for them
      default -> throw LambdaFault.invalidParameter("The destination ARN " + arn + " is invalid.");
    }
  }

  private void require(ResourceKind kind, String id, String call, String right) {
    catalogue.require(
        kind,
        id,
        call,
        () ->
            LambdaFault.invalidParameter(
                "The provided execution role does not have permissions to call " + right));
  }
}
