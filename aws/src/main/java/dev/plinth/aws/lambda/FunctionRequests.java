/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.SnapStart;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/** Builds Lambda's requests from inputs. */
final class FunctionRequests {
  private FunctionRequests() {}

  static CreateFunctionRequest create(PropertyMap inputs, FunctionCodeSource code) {
    CreateFunctionRequest.Builder request =
        CreateFunctionRequest.builder()
            .functionName(inputs.text("name").orElseThrow())
            .role(inputs.text("role").orElseThrow())
            .packageType(inputs.text("packageType").orElseThrow())
            .publish(inputs.bool("publish").orElse(false))
            .code(code.forCreate());
    inputs.text("handler").ifPresent(request::handler);
    inputs.text("runtime").ifPresent(request::runtime);
    inputs.text("description").ifPresent(request::description);
    inputs.integer("memorySize").ifPresent(request::memorySize);
    inputs.integer("timeout").ifPresent(request::timeout);
    inputs.text("kmsKeyArn").ifPresent(request::kmsKeyArn);
    inputs.text("codeSigningConfigArn").ifPresent(request::codeSigningConfigArn);
    inputs.texts("layers").ifPresent(request::layers);
    inputs.texts("architectures").ifPresent(request::architecturesWithStrings);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(tags);
    }
    addParts(new FunctionParts(inputs), request);
    return request.build();
  }

  private static void addParts(FunctionParts parts, CreateFunctionRequest.Builder request) {
    parts.environment().ifPresent(request::environment);
    parts.vpcConfig().ifPresent(request::vpcConfig);
    parts.deadLetterConfig().ifPresent(request::deadLetterConfig);
    parts.tracingConfig().ifPresent(request::tracingConfig);
    parts.ephemeralStorage().ifPresent(request::ephemeralStorage);
    parts.loggingConfig().ifPresent(request::loggingConfig);
    parts.fileSystemConfig().ifPresent(request::fileSystemConfigs);
    parts.imageConfig().ifPresent(request::imageConfig);
    parts.snapStart().ifPresent(request::snapStart);
  }

  /** Only what changes is sent; what is taken out of the program is sent in its cleared form. */
  static UpdateFunctionConfigurationRequest configuration(String name, Change change) {
    UpdateFunctionConfigurationRequest.Builder request =
        UpdateFunctionConfigurationRequest.builder().functionName(name);
    for (String property : change.changed()) {
      if (FunctionSchema.CONFIGURATION.contains(property)) {
        set(property, change.newInputs(), request);
      }
    }
    if (change.changes("kmsKeyArn")) {
      set("environment", change.newInputs(), request); // AWS encrypts it anew only when it is sent
    }
    return request.build();
  }

  private static void set(
      String property, PropertyMap inputs, UpdateFunctionConfigurationRequest.Builder request) {
    FunctionParts parts = new FunctionParts(inputs);
    switch (property) {
      case "role" -> request.role(inputs.text("role").orElseThrow());
      case "handler" -> inputs.text("handler").ifPresent(request::handler);
      case "runtime" -> inputs.text("runtime").ifPresent(request::runtime);
      case "description" -> request.description(inputs.text("description").orElse(""));
      case "memorySize" -> inputs.integer("memorySize").ifPresent(request::memorySize);
      case "timeout" -> inputs.integer("timeout").ifPresent(request::timeout);
      case "kmsKeyArn" -> request.kmsKeyArn(inputs.text("kmsKeyArn").orElse(""));
      case "layers" -> request.layers(inputs.texts("layers").orElse(List.of()));
      case "environment" -> request.environment(parts.environment().orElse(noEnvironment()));
      case "vpcConfig" -> request.vpcConfig(parts.vpcConfig().orElse(noVpc()));
      case "deadLetterConfig" ->
          request.deadLetterConfig(
              parts.deadLetterConfig().orElse(DeadLetterConfig.builder().targetArn("").build()));
      case "fileSystemConfig" ->
          request.fileSystemConfigs(parts.fileSystemConfig().map(List::of).orElse(List.of()));
      case "imageConfig" ->
          request.imageConfig(parts.imageConfig().orElse(ImageConfig.builder().build()));
      case "snapStart" -> request.snapStart(parts.snapStart().orElse(noSnapStart()));
      case "tracingConfig" -> parts.tracingConfig().ifPresent(request::tracingConfig);
      case "ephemeralStorage" -> parts.ephemeralStorage().ifPresent(request::ephemeralStorage);
      case "loggingConfig" -> parts.loggingConfig().ifPresent(request::loggingConfig);
      default -> throw new IllegalStateException("no request field for " + property);
    }
  }

  private static Environment noEnvironment() {
    return Environment.builder().variables(Map.of()).build();
  }

  private static VpcConfig noVpc() {
    return VpcConfig.builder().subnetIds(List.of()).securityGroupIds(List.of()).build();
  }

  private static SnapStart noSnapStart() {
    return SnapStart.builder().applyOn(SnapStartApplyOn.NONE).build();
  }
}
