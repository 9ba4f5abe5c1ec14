/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStart;
import software.amazon.awssdk.services.lambda.model.TracingConfig;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/** The nested inputs of a function in the form that Lambda's requests have. */
record FunctionParts(PropertyMap inputs) {

  Optional<Environment> environment() {
    return inputs
        .object("environment")
        .map(part -> Environment.builder().variables(variables(part)).build());
  }

  Optional<VpcConfig> vpcConfig() {
    return inputs
        .object("vpcConfig")
        .map(
            part ->
                VpcConfig.builder()
                    .subnetIds(part.texts("subnetIds").orElse(List.of()))
                    .securityGroupIds(part.texts("securityGroupIds").orElse(List.of()))
                    .ipv6AllowedForDualStack(part.bool("ipv6AllowedForDualStack").orElse(false))
                    .build());
  }

  Optional<DeadLetterConfig> deadLetterConfig() {
    return inputs
        .object("deadLetterConfig")
        .map(part -> DeadLetterConfig.builder().targetArn(text(part, "targetArn")).build());
  }

  Optional<TracingConfig> tracingConfig() {
    return inputs
        .object("tracingConfig")
        .map(part -> TracingConfig.builder().mode(text(part, "mode")).build());
  }

  Optional<EphemeralStorage> ephemeralStorage() {
    return inputs
        .object("ephemeralStorage")
        .flatMap(part -> part.integer("size"))
        .map(size -> EphemeralStorage.builder().size(size).build());
  }

  Optional<LoggingConfig> loggingConfig() {
    return inputs
        .object("loggingConfig")
        .map(
            part ->
                LoggingConfig.builder()
                    .logFormat(text(part, "logFormat"))
                    .logGroup(text(part, "logGroup"))
                    .applicationLogLevel(text(part, "applicationLogLevel"))
                    .systemLogLevel(text(part, "systemLogLevel"))
                    .build());
  }

  Optional<FileSystemConfig> fileSystemConfig() {
    return inputs
        .object("fileSystemConfig")
        .map(
            part ->
                FileSystemConfig.builder()
                    .arn(text(part, "arn"))
                    .localMountPath(text(part, "localMountPath"))
                    .build());
  }

  Optional<ImageConfig> imageConfig() {
    return inputs.object("imageConfig").map(FunctionParts::imageConfig);
  }

  Optional<SnapStart> snapStart() {
    return inputs
        .object("snapStart")
        .map(part -> SnapStart.builder().applyOn(text(part, "applyOn")).build());
  }

  private static ImageConfig imageConfig(PropertyMap part) {
    ImageConfig.Builder config = ImageConfig.builder();
    part.texts("commands").ifPresent(config::command);
    part.texts("entryPoints").ifPresent(config::entryPoint);
    part.text("workingDirectory").ifPresent(config::workingDirectory);
    return config.build();
  }

  private static Map<String, String> variables(PropertyMap environment) {
    return environment.textMap("variables").orElse(Map.of());
  }

  /** Null tells the SDK to leave a field out. */
  @SuppressWarnings("NullAway") // the SDK's builders take null, their classes do not say so
  private static String text(PropertyMap part, String name) {
    return part.text(name).filter(text -> !text.isEmpty()).orElse(null);
  }
}
