/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.Constraints;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.ImageConfig;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;

/** What Lambda's service model asks of each setting by itself, whatever the function is like. */
final class SettingsShape {
  static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");

  private SettingsShape() {}

  static void check(Constraints constraints, Settings settings) {
    constraints
        .pattern(settings.role(), "role", LambdaPatterns.ROLE)
        .length(settings.handler(), "handler", 0, 128)
        .pattern(settings.handler(), "handler", LambdaPatterns.HANDLER)
        .length(settings.description(), "description", 0, 256)
        .range(settings.timeout(), "timeout", 1, 900)
        .range(settings.memorySize(), "memorySize", 128, 10240)
        .range(settings.ephemeralStorage(), "ephemeralStorage.size", 512, 10240)
        .pattern(settings.kmsKeyArn(), "kMSKeyArn", LambdaPatterns.KMS_KEY)
        .pattern(
            settings.deadLetterTarget(),
            "deadLetterConfig.targetArn",
            LambdaPatterns.DEAD_LETTER_TARGET)
        .oneOf(settings.tracingMode(), "tracingConfig.mode", List.of("Active", "PassThrough"))
        .oneOf(settings.snapStart(), "snapStart.applyOn", List.of("PublishedVersions", "None"))
        .count(settings.subnets(), "vpcConfig.subnetIds", 16)
        .count(settings.securityGroups(), "vpcConfig.securityGroupIds", 5);
    checkLayers(constraints, settings.layers());
    checkFileSystems(constraints, settings.fileSystems());
    checkImage(constraints, settings.imageConfig());
    checkLogging(constraints, settings.logging());
    EnvironmentRules.checkNames(constraints, settings.environment());
  }

  static void checkArchitectures(Constraints constraints, List<String> architectures) {
    constraints
        .count(architectures, "architectures", 1)
        .that(
            ARCHITECTURES.containsAll(architectures),
            architectures,
            "architectures",
            "Member must satisfy constraint: [Member must satisfy enum value set: "
                + ARCHITECTURES
                + ", Member must not be null]");
  }

  private static void checkLayers(Constraints constraints, @Nullable List<String> layers) {
    if (layers != null) {
      constraints.that(
          layers.stream().allMatch(each -> LambdaPatterns.LAYER_VERSION.matcher(each).matches()),
          layers,
          "layers",
          "Member must satisfy constraint: [Member must have length less than or equal to 140,"
              + " Member must have length greater than or equal to 1, Member must satisfy regular"
              + " expression pattern: "
              + LambdaPatterns.LAYER_VERSION.pattern()
              + ", Member must not be null]");
    }
  }

  private static void checkFileSystems(
      Constraints constraints, @Nullable List<FileSystemConfig> fileSystems) {
    if (fileSystems == null) {
      return;
    }
    constraints.count(fileSystems, "fileSystemConfigs", 1);
    for (int i = 0; i < fileSystems.size(); i++) {
      String member = "fileSystemConfigs." + (i + 1) + ".member.";
      FileSystemConfig fileSystem = fileSystems.get(i);
      constraints
          .required(fileSystem.arn(), member + "arn")
          .pattern(fileSystem.arn(), member + "arn", LambdaPatterns.ACCESS_POINT)
          .required(fileSystem.localMountPath(), member + "localMountPath")
          .length(fileSystem.localMountPath(), member + "localMountPath", 0, 160)
          .pattern(
              fileSystem.localMountPath(), member + "localMountPath", LambdaPatterns.MOUNT_PATH);
    }
  }

  private static void checkImage(Constraints constraints, @Nullable ImageConfig image) {
    if (image != null) {
      constraints
          .count(image.entryPoint(), "imageConfig.entryPoint", 1500)
          .count(image.command(), "imageConfig.command", 1500)
          .length(image.workingDirectory(), "imageConfig.workingDirectory", 0, 1000);
    }
  }

  private static void checkLogging(Constraints constraints, @Nullable LoggingConfig logging) {
    if (logging != null) {
      constraints
          .oneOf(logging.logFormatAsString(), "loggingConfig.logFormat", List.of("JSON", "Text"))
          .oneOf(
              logging.applicationLogLevelAsString(),
              "loggingConfig.applicationLogLevel",
              List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"))
          .oneOf(
              logging.systemLogLevelAsString(),
              "loggingConfig.systemLogLevel",
              List.of("DEBUG", "INFO", "WARN"))
          .length(logging.logGroup(), "loggingConfig.logGroup", 1, 512)
          .pattern(logging.logGroup(), "loggingConfig.logGroup", LambdaPatterns.LOG_GROUP);
    }
  }
}
