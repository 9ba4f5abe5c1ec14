/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.archive;
import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;
import java.util.Set;

/**
 * The properties of {@code aws:lambda/function:Function}; limits as the Lambda API reference states
 * them for CreateFunction.
 */
final class FunctionSchema {
  static final int UNRESERVED = -1;

  /** The inputs that UpdateFunctionCode takes. */
  static final Set<String> CODE =
      Set.of(
          "code",
          "sourceCodeHash",
          "s3Bucket",
          "s3Key",
          "s3ObjectVersion",
          "imageUri",
          "architectures");

  /** The inputs that UpdateFunctionConfiguration takes. */
  static final Set<String> CONFIGURATION =
      Set.of(
          "deadLetterConfig",
          "description",
          "environment",
          "ephemeralStorage",
          "fileSystemConfig",
          "handler",
          "imageConfig",
          "kmsKeyArn",
          "layers",
          "loggingConfig",
          "memorySize",
          "role",
          "runtime",
          "snapStart",
          "timeout",
          "tracingConfig",
          "vpcConfig");

  private static final int NAME_LENGTH = 64;

  private static final Property[] CODE_PROPERTIES = {
    archive("code", Trait.UNREADABLE),
    string("imageUri"),
    string("s3Bucket", Trait.UNREADABLE),
    string("s3Key", Trait.UNREADABLE),
    string("s3ObjectVersion", Trait.UNREADABLE),
    string("sourceCodeHash", Trait.UNREADABLE),
    strings("architectures", Trait.COMPUTED)
        .where(ValueRules.maxItems(1))
        .whereEach(ValueRules.oneOf("x86_64", "arm64")),
    string("packageType", Trait.REPLACES).defaultsTo("Zip").where(ValueRules.oneOf("Zip", "Image")),
  };

  private static final Property[] BASIC_PROPERTIES = {
    string("name", Trait.REPLACES)
        .where(ValueRules.maxLength(NAME_LENGTH))
        .where(ValueRules.letters("-_")),
    string("role", Trait.REQUIRED).where(ValueRules.arn("iam")),
    string("handler").where(ValueRules.maxLength(128)),
    string("runtime"),
    string("description").where(ValueRules.maxLength(256)),
    integer("memorySize").defaultsTo(128).where(ValueRules.range(128, 10_240)),
    integer("timeout").defaultsTo(3).where(ValueRules.range(1, 900)),
    object("environment", Shape.of(stringMap("variables", Trait.SENSITIVE))),
    string("kmsKeyArn").where(ValueRules.arn("kms")),
    strings("layers").where(ValueRules.maxItems(5)).whereEach(ValueRules.arn("lambda")),
    stringMap("tags"),
  };

  private static final Property[] FURTHER_PROPERTIES = {
    object("vpcConfig", vpcConfig()),
    object(
        "deadLetterConfig",
        Shape.of(string("targetArn", Trait.REQUIRED).where(ValueRules.arn("sqs", "sns")))),
    object(
        "tracingConfig",
        Shape.of(string("mode", Trait.REQUIRED).where(ValueRules.oneOf("Active", "PassThrough"))),
        Trait.COMPUTED),
    object(
        "ephemeralStorage",
        Shape.of(integer("size", Trait.COMPUTED).where(ValueRules.range(512, 10_240))),
        Trait.COMPUTED),
    object("loggingConfig", loggingConfig(), Trait.COMPUTED),
    object(
        "fileSystemConfig",
        Shape.of(
            string("arn", Trait.REQUIRED).where(ValueRules.arn("elasticfilesystem", "s3files")),
            string("localMountPath", Trait.REQUIRED).where(ValueRules.startsWith("/mnt/")))),
    object(
        "imageConfig",
        Shape.of(strings("commands"), strings("entryPoints"), string("workingDirectory"))),
    object(
        "snapStart",
        Shape.of(
            string("applyOn", Trait.REQUIRED).where(ValueRules.oneOf("PublishedVersions", "None")),
            string("optimizationStatus", Trait.OUTPUT))),
    string("codeSigningConfigArn").where(ValueRules.arn("lambda")),
    integer("reservedConcurrentExecutions")
        .defaultsTo(UNRESERVED)
        .where(ValueRules.range(UNRESERVED, 1_000_000)),
    bool("publish", Trait.UNREADABLE).defaultsTo(false),
    bool("skipDestroy", Trait.UNREADABLE).defaultsTo(false),
    bool("replaceSecurityGroupsOnDestroy", Trait.UNREADABLE),
    strings("replacementSecurityGroupIds", Trait.UNREADABLE, Trait.UNORDERED),
  };

  private static final Property[] OUTPUTS = {
    string("arn", Trait.OUTPUT),
    string("invokeArn", Trait.OUTPUT),
    string("qualifiedArn", Trait.OUTPUT),
    string("qualifiedInvokeArn", Trait.OUTPUT),
    string("version", Trait.OUTPUT),
    string("lastModified", Trait.OUTPUT),
    string("codeSha256", Trait.OUTPUT),
    integer("sourceCodeSize", Trait.OUTPUT),
    string("signingJobArn", Trait.OUTPUT),
    string("signingProfileVersionArn", Trait.OUTPUT),
    stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT),
  };

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/function:Function",
          "Lambda function",
          Shape.of(BASIC_PROPERTIES)
              .and(CODE_PROPERTIES)
              .and(FURTHER_PROPERTIES)
              .and(OUTPUTS)
              .demanding(Constraints.exactlyOneOf("code", "imageUri", "s3Bucket"))
              .demanding(Constraints.needs("s3Bucket", "s3Key"))
              .demanding(Constraints.needs("s3Key", "s3Bucket"))
              .demanding(Constraints.needs("s3ObjectVersion", "s3Bucket"))
              .demanding(
                  Constraints.needs(
                      "replacementSecurityGroupIds", "replaceSecurityGroupsOnDestroy"))
              .demanding(new PackageTypeRules()),
          new Autoname("name", NAME_LENGTH, null),
          List.of("name"));

  private FunctionSchema() {}

  private static Shape vpcConfig() {
    return Shape.of(
        strings("subnetIds", Trait.REQUIRED, Trait.UNORDERED)
            .whereEach(ValueRules.startsWith("subnet-")),
        strings("securityGroupIds", Trait.REQUIRED, Trait.UNORDERED)
            .whereEach(ValueRules.startsWith("sg-")),
        bool("ipv6AllowedForDualStack").defaultsTo(false),
        string("vpcId", Trait.OUTPUT));
  }

  private static Shape loggingConfig() {
    return Shape.of(
        string("logFormat", Trait.REQUIRED).where(ValueRules.oneOf("Text", "JSON")),
        string("logGroup", Trait.COMPUTED)
            .where(ValueRules.maxLength(512))
            .where(ValueRules.letters("._/#-")),
        string("applicationLogLevel", Trait.COMPUTED)
            .where(ValueRules.oneOf("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")),
        string("systemLogLevel", Trait.COMPUTED).where(ValueRules.oneOf("DEBUG", "INFO", "WARN")));
  }
}
