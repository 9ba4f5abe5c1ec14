/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Sha256;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Cors;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigResponse;

/**
 * The HTTPS endpoints of functions and aliases.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Creating and
 *     managing Lambda function URLs</a>
 */
final class FunctionUrls {
  private static final List<String> AUTH_TYPES = List.of("NONE", "AWS_IAM");
  private static final List<String> MODES = List.of("BUFFERED", "RESPONSE_STREAM");
  private static final List<String> METHODS =
      List.of("GET", "PUT", "HEAD", "POST", "PATCH", "DELETE", "*");
  private static final int ID_LENGTH = 32;
  private static final int MOST_ENTRIES = 100;
  private static final int MOST_METHODS = 6;
  private static final int LONGEST_AGE = 86_400;

  private final AccountContext account;
  private final Functions functions;
  private final Stock<FunctionUrlConfig> stock;

  FunctionUrls(Functions functions, Stock<FunctionUrlConfig> stock) {
    this.account = functions.account();
    this.functions = functions;
    this.stock = stock;
  }

  CreateFunctionUrlConfigResponse create(CreateFunctionUrlConfigRequest request) {
    Constraints constraints = new Constraints().required(request.authTypeAsString(), "authType");
    check(constraints, request.authTypeAsString(), request.invokeModeAsString(), request.cors());
    FunctionName name = name(request.functionName(), request.qualifier());
    functions.requireQualified(name);
    String now = FunctionView.time(account.now());
    FunctionUrlConfig config =
        FunctionUrlConfig.builder()
            .functionArn(name.qualifiedArn(account))
            .functionUrl("https://" + id(name) + ".lambda-url." + account.region() + ".on.aws/")
            .authType(request.authTypeAsString())
            .cors(cors(request.cors()))
            .invokeMode(Optional.ofNullable(request.invokeModeAsString()).orElse("BUFFERED"))
            .creationTime(now)
            .lastModifiedTime(now)
            .build();
    stock.create(
        name.key(),
        new Stored<>(config, Map.of()),
        () ->
            LambdaFault.conflict(
                "Failed to create function url config for [functionArn = "
                    + name.qualifiedArn(account)
                    + "]. Error message: FunctionUrlConfig already exists for this Lambda"
                    + " function"));
    return SdkFields.copy(
        config, CreateFunctionUrlConfigResponse.builder(), CreateFunctionUrlConfigResponse.class);
  }

  GetFunctionUrlConfigResponse get(GetFunctionUrlConfigRequest request) {
    FunctionName name = name(request.functionName(), request.qualifier());
    FunctionUrlConfig config = stock.find(name.key()).orElseThrow(FunctionUrls::notFound).model();
    return SdkFields.copy(
        config, GetFunctionUrlConfigResponse.builder(), GetFunctionUrlConfigResponse.class);
  }

  UpdateFunctionUrlConfigResponse update(UpdateFunctionUrlConfigRequest request) {
    check(
        new Constraints(),
        request.authTypeAsString(),
        request.invokeModeAsString(),
        request.cors());
    FunctionName name = name(request.functionName(), request.qualifier());
    FunctionUrlConfig config =
        stock
            .change(
                name.key(),
                FunctionUrls::notFound,
                stored -> stored.with(before -> changed(before, request)))
            .model();
    return SdkFields.copy(
        config, UpdateFunctionUrlConfigResponse.builder(), UpdateFunctionUrlConfigResponse.class);
  }

  void delete(DeleteFunctionUrlConfigRequest request) {
    if (!stock.delete(name(request.functionName(), request.qualifier()).key())) {
      throw notFound();
    }
  }

  private FunctionUrlConfig changed(
      FunctionUrlConfig before, UpdateFunctionUrlConfigRequest request) {
    FunctionUrlConfig.Builder changed =
        before.toBuilder().lastModifiedTime(FunctionView.time(account.now()));
    Optional.ofNullable(request.authTypeAsString()).ifPresent(changed::authType);
    Optional.ofNullable(request.invokeModeAsString()).ifPresent(changed::invokeMode);
    if (request.cors() != null) {
      changed.cors(cors(request.cors()));
    }
    return changed.build();
  }

  private static void check(
      Constraints constraints,
      @Nullable String authType,
      @Nullable String invokeMode,
      @Nullable Cors cors) {
    constraints.oneOf(authType, "authType", AUTH_TYPES).oneOf(invokeMode, "invokeMode", MODES);
    if (cors != null) {
      constraints
          .range(cors.maxAge(), "cors.maxAge", 0, LONGEST_AGE)
          .count(cors.allowOrigins(), "cors.allowOrigins", MOST_ENTRIES)
          .count(cors.allowHeaders(), "cors.allowHeaders", MOST_ENTRIES)
          .count(cors.exposeHeaders(), "cors.exposeHeaders", MOST_ENTRIES)
          .count(cors.allowMethods(), "cors.allowMethods", MOST_METHODS);
      cors.allowMethods().forEach(each -> constraints.oneOf(each, "cors.allowMethods", METHODS));
    }
    LambdaFault.throwIfAny(constraints);
  }

  /** Empty settings are none. */
  private static @Nullable Cors cors(@Nullable Cors cors) {
    return Cors.builder().build().equals(cors) ? null : cors;
  }

  /** A URL is for a function or an alias, not for a version. */
  private FunctionName name(@Nullable String functionName, @Nullable String qualifier) {
    LambdaFault.throwIfAny(
        new Constraints()
            .length(qualifier, "qualifier", 1, 128)
            .pattern(qualifier, "qualifier", LambdaPatterns.ALIAS));
    return FunctionName.of(account, functionName, qualifier);
  }

  private static String id(FunctionName name) {
    return Sha256.hex(Sha256.of(name.key() + RequestId.next())).substring(0, ID_LENGTH);
  }

  private static RuntimeException notFound() {
    return LambdaFault.notFound("The resource you requested does not exist.");
  }
}
