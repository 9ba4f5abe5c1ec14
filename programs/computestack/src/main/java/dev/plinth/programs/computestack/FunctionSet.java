/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.ProvisionedConcurrencyConfig;
import com.pulumi.aws.lambda.ProvisionedConcurrencyConfigArgs;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.computestack.access.PolicyDocument;
import dev.plinth.programs.awslambda.function.FunctionLogs;
import dev.plinth.programs.awslambda.function.LambdaFunction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The functions, each with a role of its own that allows what its wiring needs. How a function is
 * made is the AwsLambda program's matter.
 */
final class FunctionSet {
  /** The alias of functions that environments are kept ready for. */
  static final String ALIAS = "live";

  private final Site site;
  private final Artifacts artifacts;
  private final Map<String, MadeFunction> functions = new LinkedHashMap<>();

  private FunctionSet(Site site, Artifacts artifacts) {
    this.site = site;
    this.artifacts = artifacts;
  }

  static FunctionSet create(Site site, Artifacts artifacts) {
    FunctionSet set = new FunctionSet(site, artifacts);
    site.stack().functions().forEach(set::add);
    return set;
  }

  private void add(StackFunction plan) {
    Role role =
        new Role(
            plan.id(),
            RoleArgs.builder()
                .name(plan.name())
                .assumeRolePolicy(PolicyDocument.trustLambda())
                .tags(site.tags())
                .build(),
            site.options().build());
    RolePolicy policy =
        new RolePolicy(
            plan.id(),
            RolePolicyArgs.builder()
                .name(plan.name())
                .role(role.name())
                .policy(site.inAccount(identity -> site.wiring().policyOf(plan, identity)))
                .build(),
            site.options().build());
    LambdaFunction.Made made =
        describe(plan).role(role.arn()).create(site.tags(), site::options, policy);
    functions.put(
        plan.id(),
        new MadeFunction(
            plan,
            made.function(),
            made.logGroup(),
            plan.provisioned().map(ready -> keepReady(plan, ready, made))));
  }

  private LambdaFunction describe(StackFunction plan) {
    FunctionLogs logs =
        new FunctionLogs(
            plan.logGroup(),
            plan.logRetentionDays(),
            site.stack().logsKmsKeyArn(),
            Optional.of(
                new FunctionLogs.Levels(
                    plan.applicationLogLevel(), site.stack().settings().systemLogLevel())));
    LambdaFunction function =
        new LambdaFunction(plan.id(), plan.name(), logs)
            .description(plan.description())
            .code(artifacts.codeOf(plan), plan.architecture())
            .size(OptionalInt.of(plan.memoryMb()), OptionalInt.of(plan.timeoutSeconds()))
            .reservedConcurrency(plan.reservedConcurrency())
            .environment(site.inAccount(identity -> site.wiring().environmentOf(plan, identity)));
    if (plan.spec().getEphemeralStorageMb() > 0) {
      function.ephemeralStorageMb(OptionalInt.of(plan.spec().getEphemeralStorageMb()));
    }
    if (plan.spec().getLayersCount() > 0) {
      function.layers(artifacts.layersOf(plan));
    }
    site.stack().kmsKeyArn().ifPresent(function::kmsKeyArn);
    if (plan.inVpc()) {
      function.vpc(site.stack().subnetIds(), site.stack().securityGroupIds(plan));
    }
    if (plan.traced()) {
      function.traced();
    }
    if (plan.provisioned().isPresent()) {
      function.published();
    }
    return function;
  }

  /** Environments belong to a version, so callers go through an alias that points at the newest. */
  private Alias keepReady(
      StackFunction plan, StackFunction.Provisioned ready, LambdaFunction.Made made) {
    Alias alias =
        new Alias(
            plan.id(),
            AliasArgs.builder()
                .name(ALIAS)
                .functionName(made.function().name())
                .functionVersion(made.function().version())
                .build(),
            site.options().build());
    boolean scales = ready.maximum() > ready.minimum();
    ProvisionedConcurrencyConfig config =
        new ProvisionedConcurrencyConfig(
            plan.id(),
            ProvisionedConcurrencyConfigArgs.builder()
                .functionName(made.function().name())
                .qualifier(alias.name())
                .provisionedConcurrentExecutions(ready.minimum())
                .build(),
            // Auto-scaling changes the number; a deployment must not put it back.
            scales
                ? site.options().ignoreChanges(List.of("provisionedConcurrentExecutions")).build()
                : site.options().build());
    if (scales) {
      scale(plan, ready, config);
    }
    return alias;
  }

  private void scale(
      StackFunction plan, StackFunction.Provisioned ready, ProvisionedConcurrencyConfig config) {
    Target target =
        new Target(
            plan.id(),
            TargetArgs.builder()
                .minCapacity(ready.minimum())
                .maxCapacity(ready.maximum())
                .resourceId("function:" + plan.name() + ":" + ALIAS)
                .scalableDimension("lambda:function:ProvisionedConcurrency")
                .serviceNamespace("lambda")
                .tags(site.tags())
                .build(),
            site.options().dependsOn(config).build());
    new Policy(
        plan.id(),
        PolicyArgs.builder()
            .name(plan.name())
            .policyType("TargetTrackingScaling")
            .resourceId(target.resourceId())
            .scalableDimension(target.scalableDimension())
            .serviceNamespace(target.serviceNamespace())
            .targetTrackingScalingPolicyConfiguration(
                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                    .targetValue(ready.targetPercent() / 100.0)
                    .predefinedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                            .builder()
                            .predefinedMetricType("LambdaProvisionedConcurrencyUtilization")
                            .build())
                    .build())
            .build(),
        site.options().build());
  }

  Optional<MadeFunction> find(String id) {
    return Optional.ofNullable(functions.get(id));
  }

  Optional<MadeFunction> find(StandardFunction role) {
    return find(role.id());
  }

  MadeFunction require(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no function " + id));
  }

  Collection<MadeFunction> all() {
    return functions.values();
  }
}
