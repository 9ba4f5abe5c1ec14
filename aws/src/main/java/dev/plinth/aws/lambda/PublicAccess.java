/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;

/**
 * The statements that let everybody use a function URL without authentication. The function's
 * policy has to allow the URL and, since October 2025, also the invocation that goes through it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">Control access to
 *     Lambda function URLs</a>
 */
final class PublicAccess {
  private static final String URL_SID = "FunctionURLAllowPublicAccess";
  private static final String INVOKE_SID = "FunctionURLAllowInvokeAction";
  private static final String EVERYBODY = "*";

  private final AwsSession session;
  private final Operation operation;
  private final QualifiedId key;

  PublicAccess(AwsSession session, Operation operation, QualifiedId key) {
    this.session = session;
    this.operation = operation;
    this.key = key;
  }

  /** Whether properties of a function URL ask for it. */
  static boolean isAskedFor(PropertyMap properties) {
    return properties.text("authorizationType").filter("NONE"::equals).isPresent();
  }

  void allow() {
    add(statement(URL_SID, "lambda:InvokeFunctionUrl").functionUrlAuthType("NONE").build());
    add(statement(INVOKE_SID, "lambda:InvokeFunction").invokedViaFunctionUrl(true).build());
  }

  void revoke() {
    for (String statement : List.of(URL_SID, INVOKE_SID)) {
      RemovePermissionRequest request =
          RemovePermissionRequest.builder()
              .functionName(key.function())
              .qualifier(key.qualifierOrNull())
              .statementId(statement)
              .build();
      turn(
          () ->
              operation.ifThere(
                  "RemovePermission",
                  RetryRules.FUNCTION_BUSY,
                  () -> lambda().removePermission(request)));
    }
  }

  /** A statement that is there already, from an earlier URL or by hand, is as good. */
  private void add(AddPermissionRequest request) {
    turn(
        () -> {
          try {
            operation.repeatable(
                "AddPermission",
                RetryRules.FUNCTION_PERMISSION,
                () -> lambda().addPermission(request));
          } catch (AwsFailure failure) {
            if (!failure.isTaken()) {
              throw failure;
            }
          }
        });
  }

  private AddPermissionRequest.Builder statement(String id, String action) {
    return AddPermissionRequest.builder()
        .functionName(key.function())
        .qualifier(key.qualifierOrNull())
        .statementId(id)
        .action(action)
        .principal(EVERYBODY);
  }

  private void turn(Runnable work) {
    session
        .turns()
        .take(
            PermissionKey.turn(key.function()),
            () -> {
              work.run();
              return key;
            });
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
