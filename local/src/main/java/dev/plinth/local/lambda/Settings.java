/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.DurableConfig;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStart;
import software.amazon.awssdk.services.lambda.model.TracingConfig;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/**
 * What a request says of a function's configuration, the same for a creation and an update; null is
 * what it says nothing of. Empty values clear.
 */
record Settings(
    @Nullable String role,
    @Nullable String handler,
    @Nullable String runtime,
    @Nullable String description,
    @Nullable Integer timeout,
    @Nullable Integer memorySize,
    @Nullable Integer ephemeralStorage,
    @Nullable Map<String, String> environment,
    @Nullable String kmsKeyArn,
    @Nullable VpcConfig vpc,
    @Nullable List<String> layers,
    @Nullable List<FileSystemConfig> fileSystems,
    @Nullable String deadLetterTarget,
    @Nullable String tracingMode,
    @Nullable String snapStart,
    @Nullable ImageConfig imageConfig,
    @Nullable LoggingConfig logging,
    @Nullable DurableConfig durable) {

  static Settings of(CreateFunctionRequest request) {
    return new Settings(
        request.role(),
        request.handler(),
        request.runtimeAsString(),
        request.description(),
        request.timeout(),
        request.memorySize(),
        size(request.ephemeralStorage()),
        variables(request.environment()),
        request.kmsKeyArn(),
        request.vpcConfig(),
        request.hasLayers() ? request.layers() : null,
        request.hasFileSystemConfigs() ? request.fileSystemConfigs() : null,
        target(request.deadLetterConfig()),
        mode(request.tracingConfig()),
        applyOn(request.snapStart()),
        request.imageConfig(),
        request.loggingConfig(),
        request.durableConfig());
  }

  static Settings of(UpdateFunctionConfigurationRequest request) {
    return new Settings(
        request.role(),
        request.handler(),
        request.runtimeAsString(),
        request.description(),
        request.timeout(),
        request.memorySize(),
        size(request.ephemeralStorage()),
        variables(request.environment()),
        request.kmsKeyArn(),
        request.vpcConfig(),
        request.hasLayers() ? request.layers() : null,
        request.hasFileSystemConfigs() ? request.fileSystemConfigs() : null,
        target(request.deadLetterConfig()),
        mode(request.tracingConfig()),
        applyOn(request.snapStart()),
        request.imageConfig(),
        request.loggingConfig(),
        request.durableConfig());
  }

  List<String> subnets() {
    return vpc == null ? List.of() : vpc.subnetIds();
  }

  List<String> securityGroups() {
    return vpc == null ? List.of() : vpc.securityGroupIds();
  }

  private static @Nullable Integer size(@Nullable EphemeralStorage storage) {
    return storage == null ? null : storage.size();
  }

  private static @Nullable Map<String, String> variables(@Nullable Environment environment) {
    return environment == null ? null : environment.variables();
  }

  private static @Nullable String target(@Nullable DeadLetterConfig config) {
    return config == null ? null : Optional.ofNullable(config.targetArn()).orElse("");
  }

  private static @Nullable String mode(@Nullable TracingConfig tracing) {
    return tracing == null ? null : tracing.modeAsString();
  }

  private static @Nullable String applyOn(@Nullable SnapStart snapStart) {
    return snapStart == null ? null : snapStart.applyOnAsString();
  }
}
