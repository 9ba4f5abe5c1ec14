/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/**
 * Changes one function in place: tags, code signing, configuration, code, concurrency, version.
 * Configuration goes before code, so that new code finds the handler and environment that it needs.
 */
final class FunctionUpdate {
  private final AwsSession session;
  private final LambdaClient lambda;
  private final FunctionReader reader;
  private final Operation operation;
  private final String name;
  private final Change change;
  private final FunctionWaits waits;
  private Optional<String> version = Optional.empty();

  /** The function as it was seen after the last change. */
  private Optional<GetFunctionResponse> seen = Optional.empty();

  FunctionUpdate(
      AwsSession session, FunctionReader reader, Operation operation, String name, Change change) {
    this.session = session;
    this.lambda = session.clients().lambda();
    this.reader = reader;
    this.operation = operation;
    this.name = name;
    this.change = change;
    this.waits = new FunctionWaits(lambda);
  }

  PropertyMap run() {
    return Completion.finish(operation, name, change.oldOutputs(), this::apply, this::readBack);
  }

  private void apply() {
    tags();
    codeSigning();
    configuration();
    code();
    concurrency();
    publish();
    // A create or an update that did not come to its end may still be under way.
    GetFunctionResponse last = seen.orElseGet(() -> waits.untilSettled(operation, name));
    seen = Optional.of(last);
    FunctionWaits.ensureNotFailed(last);
  }

  private void tags() {
    TagChanges tags = TagChanges.of(change);
    Optional<String> arn = change.oldOutputs().text("arn");
    if (arn.isEmpty() || tags.isEmpty()) {
      return;
    }
    seen = Optional.empty();
    LambdaTags.change(lambda, operation, arn.get(), tags);
  }

  private void codeSigning() {
    if (!change.changes("codeSigningConfigArn")) {
      return;
    }
    Optional<String> arn = change.newInputs().text("codeSigningConfigArn");
    if (arn.isPresent()) {
      PutFunctionCodeSigningConfigRequest request =
          PutFunctionCodeSigningConfigRequest.builder()
              .functionName(name)
              .codeSigningConfigArn(arn.get())
              .build();
      operation.call(
          "PutFunctionCodeSigningConfig", () -> lambda.putFunctionCodeSigningConfig(request));
    } else {
      DeleteFunctionCodeSigningConfigRequest request =
          DeleteFunctionCodeSigningConfigRequest.builder().functionName(name).build();
      operation.call(
          "DeleteFunctionCodeSigningConfig", () -> lambda.deleteFunctionCodeSigningConfig(request));
    }
  }

  private void configuration() {
    if (change.changesAny(FunctionSchema.CONFIGURATION)) {
      UpdateFunctionConfigurationRequest request = FunctionRequests.configuration(name, change);
      operation.call(
          "UpdateFunctionConfiguration",
          RetryRules.FUNCTION_CONFIGURATION,
          () -> lambda.updateFunctionConfiguration(request));
      seen = Optional.of(waits.untilUpdated(operation, name));
    }
  }

  private void code() {
    if (change.changesAny(FunctionSchema.CODE)) {
      UpdateFunctionCodeRequest request =
          FunctionCodeSource.of(change.newInputs(), session.base()).forUpdate(name);
      operation.call(
          "UpdateFunctionCode", RetryRules.FUNCTION_BUSY, () -> lambda.updateFunctionCode(request));
      seen = Optional.of(waits.untilUpdated(operation, name));
    }
  }

  private void concurrency() {
    if (!change.changes("reservedConcurrentExecutions")) {
      return;
    }
    seen = Optional.empty();
    int reserved =
        change
            .newInputs()
            .integer("reservedConcurrentExecutions")
            .orElse(FunctionSchema.UNRESERVED);
    if (reserved >= 0) {
      PutFunctionConcurrencyRequest request =
          PutFunctionConcurrencyRequest.builder()
              .functionName(name)
              .reservedConcurrentExecutions(reserved)
              .build();
      operation.call(
          "PutFunctionConcurrency",
          RetryRules.FUNCTION_BUSY,
          () -> lambda.putFunctionConcurrency(request));
    } else {
      deleteConcurrency();
    }
  }

  private void deleteConcurrency() {
    DeleteFunctionConcurrencyRequest request =
        DeleteFunctionConcurrencyRequest.builder().functionName(name).build();
    operation.call(
        "DeleteFunctionConcurrency",
        RetryRules.FUNCTION_BUSY,
        () -> lambda.deleteFunctionConcurrency(request));
  }

  private void publish() {
    boolean changed =
        change.changes("publish")
            || change.changesAny(FunctionSchema.CODE)
            || change.changesAny(FunctionSchema.CONFIGURATION);
    if (changed && change.newInputs().bool("publish").orElse(false)) {
      PublishVersionRequest request = PublishVersionRequest.builder().functionName(name).build();
      String published =
          operation
              .repeatable( // AWS publishes no second version of what has not changed
                  "PublishVersion", RetryRules.FUNCTION_BUSY, () -> lambda.publishVersion(request))
              .version();
      version = Optional.of(published);
      waits.untilActive(operation, name, version);
    }
  }

  private PropertyMap readBack() {
    boolean versioned = change.newInputs().bool("publish").orElse(false);
    String shown =
        version
            .or(() -> change.oldOutputs().text("version").filter(old -> versioned))
            .orElse(FunctionReader.LATEST);
    return reader.readBack(operation, name, change.prior(), seen, shown);
  }
}
