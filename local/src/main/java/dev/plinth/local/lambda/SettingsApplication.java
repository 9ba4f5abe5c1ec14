/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.ImageConfigResponse;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStartResponse;
import software.amazon.awssdk.services.lambda.model.TracingConfigResponse;
import software.amazon.awssdk.services.lambda.model.VpcConfig;
import software.amazon.awssdk.services.lambda.model.VpcConfigResponse;

/** Puts what a request says over a function's configuration: null leaves, empty clears. */
final class SettingsApplication {
  /** A layer's size is not known here; a fixed one keeps the answers equal from run to run. */
  private static final long LAYER_SIZE = 1024;

  private final UnaryOperator<String> vpcOfSubnet;

  SettingsApplication(UnaryOperator<String> vpcOfSubnet) {
    this.vpcOfSubnet = vpcOfSubnet;
  }

  FunctionConfiguration apply(FunctionConfiguration present, Settings settings) {
    FunctionConfiguration.Builder next = present.toBuilder();
    applyValues(next, settings);
    applyBlocks(next, settings);
    Optional.ofNullable(settings.vpc())
        .ifPresent(vpc -> next.vpcConfig(vpc(vpc, present.vpcConfig())));
    Optional.ofNullable(settings.logging())
        .ifPresent(logging -> next.loggingConfig(logging(present.loggingConfig(), logging)));
    return next.build();
  }

  private static void applyValues(FunctionConfiguration.Builder next, Settings settings) {
    Optional.ofNullable(settings.role()).ifPresent(next::role);
    Optional.ofNullable(settings.handler()).ifPresent(next::handler);
    Optional.ofNullable(settings.runtime()).ifPresent(next::runtime);
    Optional.ofNullable(settings.description()).ifPresent(next::description);
    Optional.ofNullable(settings.timeout()).ifPresent(next::timeout);
    Optional.ofNullable(settings.memorySize()).ifPresent(next::memorySize);
    Optional.ofNullable(settings.durable()).ifPresent(next::durableConfig);
    Optional.ofNullable(settings.kmsKeyArn())
        .ifPresent(arn -> next.kmsKeyArn(arn.isEmpty() ? null : arn));
    Optional.ofNullable(settings.ephemeralStorage())
        .ifPresent(size -> next.ephemeralStorage(EphemeralStorage.builder().size(size).build()));
    Optional.ofNullable(settings.tracingMode())
        .ifPresent(mode -> next.tracingConfig(TracingConfigResponse.builder().mode(mode).build()));
    Optional.ofNullable(settings.snapStart())
        .ifPresent(
            on ->
                next.snapStart(
                    SnapStartResponse.builder().applyOn(on).optimizationStatus("Off").build()));
  }

  private static void applyBlocks(FunctionConfiguration.Builder next, Settings settings) {
    Optional.ofNullable(settings.environment())
        .ifPresent(map -> next.environment(environment(map)));
    Optional.ofNullable(settings.deadLetterTarget())
        .ifPresent(target -> next.deadLetterConfig(deadLetters(target)));
    Optional.ofNullable(settings.layers()).ifPresent(arns -> next.layers(layers(arns)));
    Optional.ofNullable(settings.fileSystems())
        .ifPresent(all -> next.fileSystemConfigs(all.isEmpty() ? null : all));
    Optional.ofNullable(settings.imageConfig())
        .ifPresent(image -> next.imageConfigResponse(image(image)));
  }

  private static @Nullable EnvironmentResponse environment(Map<String, String> variables) {
    return variables.isEmpty() ? null : EnvironmentResponse.builder().variables(variables).build();
  }

  private static @Nullable DeadLetterConfig deadLetters(String target) {
    return target.isEmpty() ? null : DeadLetterConfig.builder().targetArn(target).build();
  }

  private static @Nullable List<Layer> layers(List<String> arns) {
    if (arns.isEmpty()) {
      return null;
    }
    return arns.stream().map(arn -> Layer.builder().arn(arn).codeSize(LAYER_SIZE).build()).toList();
  }

  /** A function that was taken out of its VPC shows an empty one, with an empty VPC id. */
  private @Nullable VpcConfigResponse vpc(VpcConfig vpc, @Nullable VpcConfigResponse present) {
    if (vpc.subnetIds().isEmpty() && present == null) {
      return null;
    }
    boolean empty = vpc.subnetIds().isEmpty();
    return VpcConfigResponse.builder()
        .subnetIds(vpc.subnetIds())
        .securityGroupIds(vpc.securityGroupIds())
        .ipv6AllowedForDualStack(Boolean.TRUE.equals(vpc.ipv6AllowedForDualStack()))
        .vpcId(empty ? "" : vpcOfSubnet.apply(vpc.subnetIds().get(0)))
        .build();
  }

  private static @Nullable ImageConfigResponse image(ImageConfig image) {
    return image.equals(ImageConfig.builder().build())
        ? null
        : ImageConfigResponse.builder().imageConfig(image).build();
  }

  /** Only what is given changes; JSON brings levels with it, text takes them away. */
  private static LoggingConfig logging(LoggingConfig present, LoggingConfig requested) {
    LoggingConfig.Builder next = present.toBuilder();
    Optional.ofNullable(requested.logGroup()).ifPresent(next::logGroup);
    Optional.ofNullable(requested.logFormatAsString()).ifPresent(next::logFormat);
    Optional.ofNullable(requested.applicationLogLevelAsString())
        .ifPresent(next::applicationLogLevel);
    Optional.ofNullable(requested.systemLogLevelAsString()).ifPresent(next::systemLogLevel);
    LoggingConfig merged = next.build();
    if (!"JSON".equals(merged.logFormatAsString())) {
      return next.applicationLogLevel((String) null).systemLogLevel((String) null).build();
    }
    if (merged.applicationLogLevelAsString() == null) {
      next.applicationLogLevel("INFO");
    }
    if (merged.systemLogLevelAsString() == null) {
      next.systemLogLevel("INFO");
    }
    return next.build();
  }
}
