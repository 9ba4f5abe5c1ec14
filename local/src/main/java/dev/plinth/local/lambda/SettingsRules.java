/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;

/**
 * The rules that hold between settings, checked on what the request changes and on what the
 * function would be with it.
 */
final class SettingsRules {
  private static final int MOST_LAYERS = 5;
  private static final int PLAIN_STORAGE = 512;

  private final String region;

  SettingsRules(String region) {
    this.region = region;
  }

  /**
   * @param result the configuration as the request would leave it
   */
  void check(Settings settings, FunctionConfiguration result) {
    boolean image = Packaging.isImage(result);
    if (!image) {
      Runtimes.check(settings.runtime());
    }
    EnvironmentRules.check(settings.environment());
    checkNetwork(settings, result);
    checkLayers(settings.layers(), image);
    checkDeadLetterTarget(settings.deadLetterTarget());
    checkSnapStart(settings, result, image);
    checkLogging(settings.logging(), result.loggingConfig());
  }

  private static void checkNetwork(Settings settings, FunctionConfiguration result) {
    if (settings.subnets().isEmpty() != settings.securityGroups().isEmpty()) {
      throw LambdaFault.invalidParameter(
          "SubnetIds and SecurityIds must coexist or be both empty list.");
    }
    boolean inVpc = result.vpcConfig() != null && !result.vpcConfig().subnetIds().isEmpty();
    for (FileSystemConfig fileSystem : result.fileSystemConfigs()) {
      if (!inVpc) {
        throw LambdaFault.invalidParameter(
            "Function must be configured to execute in a VPC to reference access point "
                + fileSystem.arn()
                + ".");
      }
    }
  }

  private void checkLayers(@Nullable List<String> layers, boolean image) {
    if (layers == null || layers.isEmpty()) {
      return;
    }
    if (image) {
      throw LambdaFault.invalidParameter(
          "Lambda layers are not supported for functions created with container images.");
    }
    if (layers.size() > MOST_LAYERS) {
      throw LambdaFault.invalidParameter("Cannot reference more than 5 layers.");
    }
    layers.forEach(this::checkRegion);
    checkVersions(layers);
  }

  private void checkRegion(String arn) {
    Optional<String> of = LayerVersionArn.of(arn).region();
    if (of.isPresent() && !of.get().equals(region)) {
      throw LambdaFault.invalidParameter(
          "Layers are not in the same region as the function. Layers are expected to be in region "
              + region
              + ".");
    }
  }

  private static void checkVersions(List<String> layers) {
    Map<String, String> versions = new HashMap<>();
    for (String arn : layers) {
      String other = versions.put(LayerVersionArn.of(arn).layer(), arn);
      if (other != null) {
        throw LambdaFault.invalidParameter(
            "Two different versions of the same layer are not allowed to be referenced in the same"
                + " function. "
                + other
                + " and "
                + arn
                + " are versions of the same layer.");
      }
    }
  }

  /** Lambda sends failed events to SQS and SNS only; the wording is ours. */
  private static void checkDeadLetterTarget(@Nullable String target) {
    if (target == null || target.isEmpty()) {
      return;
    }
    String service = List.of(target.split(":", 4)).get(2);
    if (!service.equals("sqs") && !service.equals("sns")) {
      throw LambdaFault.invalidParameter(
          "The dead letter target " + target + " is neither an SQS queue nor an SNS topic.");
    }
  }

  private static void checkSnapStart(
      Settings settings, FunctionConfiguration result, boolean image) {
    boolean on =
        result.snapStart() != null
            && "PublishedVersions".equals(result.snapStart().applyOnAsString());
    if (!on) {
      return;
    }
    if (image) {
      throw LambdaFault.invalidParameter("SnapStart is not supported for container images.");
    }
    if (!Runtimes.hasSnapStart(result.runtimeAsString())) {
      throw LambdaFault.invalidParameter(
          result.runtimeAsString() + " is not supported for SnapStart enabled functions.");
    }
    if (!result.fileSystemConfigs().isEmpty()) {
      throw LambdaFault.invalidParameter("EFS is not supported for SnapStart enabled functions.");
    }
    int storage =
        Optional.ofNullable(settings.ephemeralStorage()).orElse(result.ephemeralStorage().size());
    if (storage > PLAIN_STORAGE) {
      throw LambdaFault.invalidParameter(
          "Ephemeral storage over 512 MB is not supported for SnapStart enabled functions.");
    }
  }

  /** Levels filter JSON logs only; the wording is ours. */
  private static void checkLogging(@Nullable LoggingConfig requested, LoggingConfig result) {
    if (requested == null || "JSON".equals(result.logFormatAsString())) {
      return;
    }
    if (requested.applicationLogLevelAsString() != null
        || requested.systemLogLevelAsString() != null) {
      throw LambdaFault.invalidParameter("To use log level filtering, set the log format to JSON.");
    }
  }
}
