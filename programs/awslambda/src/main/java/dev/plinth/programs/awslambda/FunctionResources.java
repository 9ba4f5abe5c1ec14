/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.api.awslambda.AwsLambdaDefaults;
import dev.plinth.programs.awslambda.function.CodePin;
import dev.plinth.programs.awslambda.function.FunctionCode;
import dev.plinth.programs.awslambda.function.FunctionLogs;
import dev.plinth.programs.awslambda.function.LambdaFunction;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.CodeSourceType;
import dev.plinth.proto.awslambda.S3Code;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The function and its log group, as an AwsLambda manifest describes them. */
final class FunctionResources {
  private FunctionResources() {}

  /**
   * Registers both.
   *
   * @param looks name the provider to look at code with
   */
  static LambdaFunction.Made create(
      Locals locals,
      Output<Map<String, String>> tags,
      InvokeOptions looks,
      Supplier<CustomResourceOptions.Builder> options) {
    AwsLambdaSpec spec = locals.spec();
    FunctionLogs logs =
        FunctionLogs.text(locals.logGroupName(), AwsLambdaDefaults.logRetentionDays(spec));
    LambdaFunction function =
        new LambdaFunction(locals.name(), locals.functionName(), logs)
            .role(Output.of(locals.roleArn()))
            .description(spec.getDescription())
            .code(code(spec, new CodePin(looks)), AwsLambdaDefaults.architecture(spec))
            .size(AwsLambdaDefaults.memoryMb(spec), AwsLambdaDefaults.timeoutSeconds(spec))
            .reservedConcurrency(AwsLambdaDefaults.reservedConcurrency(spec));
    if (spec.getEnvironmentCount() > 0) {
      function.environment(Output.of(spec.getEnvironmentMap()));
    }
    if (!locals.layerArns().isEmpty()) {
      function.layers(Output.of(locals.layerArns()));
    }
    locals.kmsKeyArn().ifPresent(function::kmsKeyArn);
    if (locals.isInVpc()) {
      function.vpc(locals.subnetIds(), locals.securityGroupIds());
    }
    return function.create(tags, options);
  }

  private static FunctionCode code(AwsLambdaSpec spec, CodePin pin) {
    if (spec.getCodeSourceType() == CodeSourceType.CODE_SOURCE_TYPE_IMAGE) {
      return pin.image(spec.getImageUri());
    }
    S3Code s3 = spec.getS3();
    if (s3.getObjectVersion().isEmpty()) {
      return pin.object(s3.getBucket(), s3.getKey(), spec.getRuntime(), spec.getHandler());
    }
    return new FunctionCode.S3Object(
        Output.of(s3.getBucket()),
        Output.of(s3.getKey()),
        Optional.of(Output.of(s3.getObjectVersion())),
        spec.getRuntime(),
        spec.getHandler());
  }
}
