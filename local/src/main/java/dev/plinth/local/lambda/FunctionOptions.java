/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigResponse;

/** What is set on a function beside its configuration: code signing, recursion, runtime version. */
final class FunctionOptions {
  private final AccountContext account;
  private final Functions functions;
  private final SettingsReferences references;

  FunctionOptions(Functions functions, SettingsReferences references) {
    this.account = functions.account();
    this.functions = functions;
    this.references = references;
  }

  GetFunctionCodeSigningConfigResponse codeSigning(GetFunctionCodeSigningConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName());
    return GetFunctionCodeSigningConfigResponse.builder()
        .functionName(name.name())
        .codeSigningConfigArn(functions.require(name).codeSigningConfigArn().orElse(null))
        .build();
  }

  PutFunctionCodeSigningConfigResponse putCodeSigning(PutFunctionCodeSigningConfigRequest request) {
    String arn = request.codeSigningConfigArn();
    LambdaFault.throwIfAny(
        new Constraints()
            .required(arn, "codeSigningConfigArn")
            .pattern(arn, "codeSigningConfigArn", LambdaPatterns.CODE_SIGNING_CONFIG));
    FunctionName name = FunctionName.of(account, request.functionName());
    functions.change(
        name,
        function -> {
          references.checkCodeSigningConfig(arn, "lambda:PutFunctionCodeSigningConfig");
          return function.withCodeSigningConfig(Optional.of(arn));
        });
    return PutFunctionCodeSigningConfigResponse.builder()
        .functionName(name.name())
        .codeSigningConfigArn(arn)
        .build();
  }

  void deleteCodeSigning(DeleteFunctionCodeSigningConfigRequest request) {
    functions.change(
        FunctionName.of(account, request.functionName()),
        function -> function.withCodeSigningConfig(Optional.empty()));
  }

  GetFunctionRecursionConfigResponse recursion(GetFunctionRecursionConfigRequest request) {
    StoredFunction function = functions.require(FunctionName.of(account, request.functionName()));
    return GetFunctionRecursionConfigResponse.builder()
        .recursiveLoop(function.recursiveLoop().orElse("Terminate"))
        .build();
  }

  PutFunctionRecursionConfigResponse putRecursion(PutFunctionRecursionConfigRequest request) {
    String loop = request.recursiveLoopAsString();
    LambdaFault.throwIfAny(
        new Constraints()
            .required(loop, "recursiveLoop")
            .oneOf(loop, "recursiveLoop", List.of("Allow", "Terminate")));
    functions.change(
        FunctionName.of(account, request.functionName()),
        function -> function.withRecursiveLoop(loop));
    return PutFunctionRecursionConfigResponse.builder().recursiveLoop(loop).build();
  }

  GetRuntimeManagementConfigResponse runtime(GetRuntimeManagementConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    StoredFunction function = functions.require(name);
    functions.requireRevision(function, name);
    RuntimeManagement runtime =
        function.runtimeManagement().getOrDefault(key(name), RuntimeManagement.AUTO);
    return GetRuntimeManagementConfigResponse.builder()
        .functionArn(name.arn(account) + ":" + key(name))
        .updateRuntimeOn(runtime.updateRuntimeOn())
        .runtimeVersionArn(runtime.runtimeVersionArn().orElse(null))
        .build();
  }

  PutRuntimeManagementConfigResponse putRuntime(PutRuntimeManagementConfigRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    RuntimeManagement runtime = runtimeManagement(request);
    functions.change(
        name,
        function -> {
          functions.requireRevision(function, name);
          Map<String, RuntimeManagement> changed = new HashMap<>(function.runtimeManagement());
          changed.put(key(name), runtime);
          return function.withRuntimeManagement(changed);
        });
    return PutRuntimeManagementConfigResponse.builder()
        .functionArn(name.arn(account) + ":" + key(name))
        .updateRuntimeOn(runtime.updateRuntimeOn())
        .runtimeVersionArn(runtime.runtimeVersionArn().orElse(null))
        .build();
  }

  private static RuntimeManagement runtimeManagement(PutRuntimeManagementConfigRequest request) {
    String mode = request.updateRuntimeOnAsString();
    LambdaFault.throwIfAny(
        new Constraints()
            .required(mode, "updateRuntimeOn")
            .oneOf(mode, "updateRuntimeOn", List.of("Auto", "Manual", "FunctionUpdate")));
    boolean manual = mode.equals("Manual");
    if (manual == (request.runtimeVersionArn() == null)) {
      throw LambdaFault.invalidParameter(
          manual
              ? "RuntimeVersionArn is required when UpdateRuntimeOn is Manual."
              : "RuntimeVersionArn is allowed only when UpdateRuntimeOn is Manual.");
    }
    return new RuntimeManagement(mode, Optional.ofNullable(request.runtimeVersionArn()));
  }

  private static String key(FunctionName name) {
    return name.qualifier().orElse(FunctionName.LATEST);
  }
}
