/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStartResponse;
import software.amazon.awssdk.services.lambda.model.VpcConfigResponse;

/** Writes the objects inside a function as outputs. */
record FunctionPartOutputs(FunctionConfiguration function, Prior prior) {

  void put(PropertyMap.Builder outputs) {
    environment(outputs);
    vpcConfig(outputs);
    loggingConfig(outputs);
    fileSystemConfig(outputs);
    imageConfig(outputs);
    snapStart(outputs);
    if (function.deadLetterConfig() != null) {
      put(outputs, "deadLetterConfig", text("targetArn", function.deadLetterConfig().targetArn()));
    }
    String mode = function.tracingConfig() == null ? null : function.tracingConfig().modeAsString();
    put(outputs, "tracingConfig", text("mode", mode == null ? "PassThrough" : mode));
    if (function.ephemeralStorage() != null && function.ephemeralStorage().size() != null) {
      double size = function.ephemeralStorage().size();
      outputs.put("ephemeralStorage", PropertyMap.builder().put("size", size).build());
    }
  }

  private void environment(PropertyMap.Builder outputs) {
    EnvironmentResponse environment = function.environment();
    if (environment == null) {
      return;
    }
    if (environment.error() != null) {
      // The KMS key cannot be used by whoever reads: what was said last is all that is known.
      outputs.putIfPresent("environment", prior.said("environment"));
    } else if (!environment.variables().isEmpty()) {
      outputs.put(
          "environment",
          PropertyMap.builder().putTextMap("variables", environment.variables()).build());
    }
  }

  private void vpcConfig(PropertyMap.Builder outputs) {
    VpcConfigResponse vpc = function.vpcConfig();
    if (vpc != null && !vpc.subnetIds().isEmpty()) {
      outputs.put(
          "vpcConfig",
          PropertyMap.builder()
              .putTexts("subnetIds", vpc.subnetIds())
              .putTexts("securityGroupIds", vpc.securityGroupIds())
              .put("ipv6AllowedForDualStack", Boolean.TRUE.equals(vpc.ipv6AllowedForDualStack()))
              .putAll(text("vpcId", vpc.vpcId()))
              .build());
    }
  }

  private void loggingConfig(PropertyMap.Builder outputs) {
    LoggingConfig logging = function.loggingConfig();
    if (logging != null) {
      put(
          outputs,
          "loggingConfig",
          PropertyMap.builder()
              .putAll(text("logFormat", logging.logFormatAsString()))
              .putAll(text("logGroup", logging.logGroup()))
              .putAll(text("applicationLogLevel", logging.applicationLogLevelAsString()))
              .putAll(text("systemLogLevel", logging.systemLogLevelAsString()))
              .build());
    }
  }

  private void fileSystemConfig(PropertyMap.Builder outputs) {
    if (!function.fileSystemConfigs().isEmpty()) {
      FileSystemConfig first = function.fileSystemConfigs().get(0);
      put(
          outputs,
          "fileSystemConfig",
          PropertyMap.builder()
              .putAll(text("arn", first.arn()))
              .putAll(text("localMountPath", first.localMountPath()))
              .build());
    }
  }

  private void imageConfig(PropertyMap.Builder outputs) {
    Optional<ImageConfig> config =
        Optional.ofNullable(function.imageConfigResponse()).map(response -> response.imageConfig());
    config.ifPresent(
        image -> {
          PropertyMap.Builder part = PropertyMap.builder();
          if (!image.command().isEmpty()) {
            part.putTexts("commands", image.command());
          }
          if (!image.entryPoint().isEmpty()) {
            part.putTexts("entryPoints", image.entryPoint());
          }
          put(
              outputs,
              "imageConfig",
              part.putAll(text("workingDirectory", image.workingDirectory())).build());
        });
  }

  private void snapStart(PropertyMap.Builder outputs) {
    SnapStartResponse snapStart = function.snapStart();
    if (snapStart == null) {
      return;
    }
    boolean on = !"None".equals(snapStart.applyOnAsString());
    if (on || prior.inputs().has("snapStart")) {
      put(
          outputs,
          "snapStart",
          PropertyMap.builder()
              .putAll(text("applyOn", snapStart.applyOnAsString()))
              .putAll(text("optimizationStatus", snapStart.optimizationStatusAsString()))
              .build());
    }
  }

  private static PropertyMap text(String name, @Nullable String value) {
    return value == null || value.isEmpty()
        ? PropertyMap.empty()
        : PropertyMap.builder().put(name, value).build();
  }

  private static void put(PropertyMap.Builder outputs, String name, PropertyMap part) {
    if (!part.isEmpty()) {
      outputs.put(name, part);
    }
  }
}
