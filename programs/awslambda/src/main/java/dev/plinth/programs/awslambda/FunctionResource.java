/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.api.awslambda.AwsLambdaDefaults;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.CodeSourceType;
import dev.plinth.proto.awslambda.S3Code;
import java.util.List;
import java.util.Map;

/**
 * The function. What the manifest leaves out is left out here too, so that AWS's default holds and
 * no default is written down twice.
 */
final class FunctionResource {
  private final Locals locals;
  private final AwsLambdaSpec spec;
  private final FunctionArgs.Builder args = FunctionArgs.builder();

  private FunctionResource(Locals locals) {
    this.locals = locals;
    this.spec = locals.spec();
  }

  static Function create(
      Locals locals, Output<Map<String, String>> tags, CustomResourceOptions options) {
    FunctionResource resource = new FunctionResource(locals);
    resource.identity(tags);
    resource.code();
    resource.sizing();
    resource.configuration();
    resource.network();
    return new Function(locals.name(), resource.args.build(), options);
  }

  private void identity(Output<Map<String, String>> tags) {
    args.name(locals.functionName()).role(locals.roleArn()).tags(tags);
    if (!spec.getDescription().isEmpty()) {
      args.description(spec.getDescription());
    }
  }

  private void code() {
    args.architectures(List.of(AwsLambdaDefaults.architecture(spec)));
    if (spec.getCodeSourceType() == CodeSourceType.CODE_SOURCE_TYPE_IMAGE) {
      // An image brings its own runtime and entry point; AWS refuses both beside one.
      args.packageType("Image").imageUri(spec.getImageUri());
      return;
    }
    S3Code s3 = spec.getS3();
    args.runtime(spec.getRuntime()).handler(spec.getHandler());
    args.s3Bucket(s3.getBucket()).s3Key(s3.getKey());
    if (!s3.getObjectVersion().isEmpty()) {
      args.s3ObjectVersion(s3.getObjectVersion());
    }
  }

  private void sizing() {
    AwsLambdaDefaults.memoryMb(spec).ifPresent(args::memorySize);
    AwsLambdaDefaults.timeoutSeconds(spec).ifPresent(args::timeout);
    AwsLambdaDefaults.reservedConcurrency(spec).ifPresent(args::reservedConcurrentExecutions);
  }

  private void configuration() {
    if (spec.getEnvironmentCount() > 0) {
      args.environment(
          FunctionEnvironmentArgs.builder().variables(spec.getEnvironmentMap()).build());
    }
    if (!locals.layerArns().isEmpty()) {
      args.layers(locals.layerArns());
    }
    locals.kmsKeyArn().ifPresent(args::kmsKeyArn);
    // Named outright, the group is the one that the program made even where AWS's naming changes.
    args.loggingConfig(
        FunctionLoggingConfigArgs.builder()
            .logFormat("Text")
            .logGroup(locals.logGroupName())
            .build());
  }

  private void network() {
    if (locals.isInVpc()) {
      args.vpcConfig(
          FunctionVpcConfigArgs.builder()
              .subnetIds(locals.subnetIds())
              .securityGroupIds(locals.securityGroupIds())
              .build());
    }
  }
}
