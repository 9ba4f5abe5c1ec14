/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigResponse;

/** What becomes of the asynchronous events of functions, versions and aliases. */
final class EventInvokeConfigs {
  private static final int LEAST_AGE = 60;
  private static final int MOST_AGE = 21_600;
  private static final int MOST_RETRIES = 2;

  private final AccountContext account;
  private final Functions functions;
  private final Stock<FunctionEventInvokeConfig> stock;
  private final Destinations destinations;

  EventInvokeConfigs(
      Functions functions, Stock<FunctionEventInvokeConfig> stock, Destinations destinations) {
    this.account = functions.account();
    this.functions = functions;
    this.stock = stock;
    this.destinations = destinations;
  }

  PutFunctionEventInvokeConfigResponse put(PutFunctionEventInvokeConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    functions.requireQualified(name);
    FunctionEventInvokeConfig config =
        FunctionEventInvokeConfig.builder()
            .functionArn(arn(name))
            .maximumEventAgeInSeconds(request.maximumEventAgeInSeconds())
            .maximumRetryAttempts(request.maximumRetryAttempts())
            .destinationConfig(orNowhere(request.destinationConfig()))
            .lastModified(Instant.ofEpochMilli(account.now()))
            .build();
    check(config, "lambda:PutFunctionEventInvokeConfig");
    Stored<FunctionEventInvokeConfig> stored = new Stored<>(config, Map.of());
    stock.put(name.key(), () -> stored, before -> stored);
    return SdkFields.copy(
        config,
        PutFunctionEventInvokeConfigResponse.builder(),
        PutFunctionEventInvokeConfigResponse.class);
  }

  UpdateFunctionEventInvokeConfigResponse update(UpdateFunctionEventInvokeConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    FunctionEventInvokeConfig config =
        stock
            .change(
                name.key(),
                () -> notFound(name),
                stored -> stored.with(was -> changed(was, request)))
            .model();
    return SdkFields.copy(
        config,
        UpdateFunctionEventInvokeConfigResponse.builder(),
        UpdateFunctionEventInvokeConfigResponse.class);
  }

  GetFunctionEventInvokeConfigResponse get(GetFunctionEventInvokeConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    return SdkFields.copy(
        stock.find(name.key()).orElseThrow(() -> notFound(name)).model(),
        GetFunctionEventInvokeConfigResponse.builder(),
        GetFunctionEventInvokeConfigResponse.class);
  }

  void delete(DeleteFunctionEventInvokeConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    if (!stock.delete(name.key())) {
      throw notFound(name);
    }
  }

  private FunctionEventInvokeConfig changed(
      FunctionEventInvokeConfig before, UpdateFunctionEventInvokeConfigRequest request) {
    FunctionEventInvokeConfig.Builder changed =
        before.toBuilder().lastModified(Instant.ofEpochMilli(account.now()));
    Optional.ofNullable(request.maximumEventAgeInSeconds())
        .ifPresent(changed::maximumEventAgeInSeconds);
    Optional.ofNullable(request.maximumRetryAttempts()).ifPresent(changed::maximumRetryAttempts);
    Optional.ofNullable(request.destinationConfig()).ifPresent(changed::destinationConfig);
    FunctionEventInvokeConfig after = changed.build();
    check(after, "lambda:UpdateFunctionEventInvokeConfig");
    return after;
  }

  private void check(FunctionEventInvokeConfig config, String call) {
    LambdaFault.throwIfAny(
        new Constraints()
            .range(
                config.maximumEventAgeInSeconds(), "maximumEventAgeInSeconds", LEAST_AGE, MOST_AGE)
            .range(config.maximumRetryAttempts(), "maximumRetryAttempts", 0, MOST_RETRIES));
    destinations.check(config.destinationConfig(), call);
  }

  /** Without a qualifier the configuration is that of {@code $LATEST}. */
  private String arn(FunctionName name) {
    return name.arn(account) + ":" + name.qualifier().orElse(FunctionName.LATEST);
  }

  private static DestinationConfig orNowhere(@Nullable DestinationConfig config) {
    DestinationConfig.Builder full =
        config == null ? DestinationConfig.builder() : config.toBuilder();
    if (config == null || config.onSuccess() == null) {
      full.onSuccess(OnSuccess.builder().build());
    }
    if (config == null || config.onFailure() == null) {
      full.onFailure(OnFailure.builder().build());
    }
    return full.build();
  }

  private RuntimeException notFound(FunctionName name) {
    return LambdaFault.notFound("The function " + arn(name) + " doesn't have an EventInvokeConfig");
  }
}
