/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda.function;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionEphemeralStorageArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionVpcConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A function and its log group, described step by step and then made: the log group first, then the
 * function, which is bound to it. What is not set is not sent, so that AWS's default holds and no
 * default is written down twice.
 */
public final class LambdaFunction {
  private final String name;
  private final String functionName;
  private final FunctionLogs logs;
  private final FunctionArgs.Builder args = FunctionArgs.builder();

  /**
   * Begins a function.
   *
   * @param name logical name of both resources, so that another function name replaces the same
   *     resource rather than adding one
   * @param functionName name in AWS
   */
  public LambdaFunction(String name, String functionName, FunctionLogs logs) {
    this.name = name;
    this.functionName = functionName;
    this.logs = logs;
    args.name(functionName);
  }

  /** What was made. */
  public record Made(Function function, LogGroup logGroup) {}

  /** The role that the function runs as. */
  public LambdaFunction role(Output<String> arn) {
    args.role(arn);
    return this;
  }

  /** What the console shows; nothing when empty. */
  public LambdaFunction description(String text) {
    if (!text.isEmpty()) {
      args.description(text);
    }
    return this;
  }

  /**
   * The code and what it runs on.
   *
   * @param architecture in AWS's words, {@code x86_64} or {@code arm64}
   */
  public LambdaFunction code(FunctionCode code, String architecture) {
    code.applyTo(args);
    args.architectures(List.of(architecture));
    return this;
  }

  /** Memory in MB and longest run in seconds. */
  public LambdaFunction size(OptionalInt memoryMb, OptionalInt timeoutSeconds) {
    memoryMb.ifPresent(args::memorySize);
    timeoutSeconds.ifPresent(args::timeout);
    return this;
  }

  /** Space in /tmp, in MB. */
  public LambdaFunction ephemeralStorageMb(OptionalInt size) {
    size.ifPresent(
        mb -> args.ephemeralStorage(FunctionEphemeralStorageArgs.builder().size(mb).build()));
    return this;
  }

  /** Concurrency set aside; 0 refuses every invocation. */
  public LambdaFunction reservedConcurrency(OptionalInt reserved) {
    reserved.ifPresent(args::reservedConcurrentExecutions);
    return this;
  }

  /** The environment variables. */
  public LambdaFunction environment(Output<Map<String, String>> variables) {
    args.environment(FunctionEnvironmentArgs.builder().variables(variables).build());
    return this;
  }

  /** The key that encrypts the environment variables. */
  public LambdaFunction kmsKeyArn(String arn) {
    args.kmsKeyArn(arn);
    return this;
  }

  /** Layer versions, in the order in which they are applied. */
  public LambdaFunction layers(Output<List<String>> arns) {
    args.layers(arns);
    return this;
  }

  /** The network that the function's interfaces are in. */
  public LambdaFunction vpc(List<String> subnetIds, List<String> securityGroupIds) {
    args.vpcConfig(
        FunctionVpcConfigArgs.builder()
            .subnetIds(subnetIds)
            .securityGroupIds(securityGroupIds)
            .build());
    // Or the groups could not be deleted until AWS has reaped the function's interfaces.
    args.replaceSecurityGroupsOnDestroy(true);
    return this;
  }

  /** Lets Lambda sample the invocations that nothing before it has sampled. */
  public LambdaFunction traced() {
    args.tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build());
    return this;
  }

  /** Publishes a version with each change, which an alias can point at. */
  public LambdaFunction published() {
    args.publish(true);
    return this;
  }

  /**
   * Registers both resources.
   *
   * @param options gives the options for one of them
   * @param before what must stand before the function, besides its log group
   */
  public Made create(
      Output<Map<String, String>> tags,
      Supplier<CustomResourceOptions.Builder> options,
      Resource... before) {
    LogGroup logGroup = new LogGroup(name, logGroupArgs(tags), options.get().build());
    List<Resource> dependencies = new ArrayList<>(List.of(before));
    dependencies.add(0, logGroup);
    // Named outright, the group is the one that was made even where AWS's naming changes.
    args.loggingConfig(loggingConfig()).tags(tags);
    Function function =
        new Function(
            name,
            args.build(),
            options.get().dependsOn(dependencies.toArray(Resource[]::new)).build());
    return new Made(function, logGroup);
  }

  private LogGroupArgs logGroupArgs(Output<Map<String, String>> tags) {
    LogGroupArgs.Builder group =
        LogGroupArgs.builder().name(logs.group()).retentionInDays(logs.retentionDays()).tags(tags);
    logs.kmsKeyArn().ifPresent(group::kmsKeyId);
    return group.build();
  }

  private FunctionLoggingConfigArgs loggingConfig() {
    FunctionLoggingConfigArgs.Builder config =
        FunctionLoggingConfigArgs.builder().logGroup(logs.group());
    logs.levels()
        .ifPresentOrElse(
            levels ->
                config
                    .logFormat("JSON")
                    .applicationLogLevel(levels.application())
                    .systemLogLevel(levels.system()),
            () -> config.logFormat("Text"));
    return config.build();
  }

  /** The function's name in AWS. */
  public String functionName() {
    return functionName;
  }
}
