/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.sfn.StateMachine;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.api.reference.Reference;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.programs.awslambda.AwsProviders;
import dev.plinth.programs.awslambda.InvalidStackInputException;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.awslambda.Tags;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program for one stack input. It registers what feeds the functions before them and what
 * guards and watches them after, and exports the names of {@link StackExports}.
 */
public final class ComputeStackModule implements Consumer<Context> {
  private final ComputeStack stack;
  private final AwsProviderConfig providerConfig;

  private ComputeStackModule(ComputeStack stack, AwsProviderConfig providerConfig) {
    this.stack = stack;
    this.providerConfig = providerConfig;
  }

  /**
   * Prepares the program for a stack input that passed validation and whose references are
   * resolved.
   *
   * @throws InvalidStackInputException if it cannot be deployed; it lists all that was found
   */
  public static ComputeStackModule of(AwsComputeStackStackInput input) {
    List<Problem> problems = problemsOf(input);
    if (!problems.isEmpty()) {
      throw new InvalidStackInputException(problems);
    }
    return new ComputeStackModule(ComputeStack.of(input.getTarget()), configOf(input));
  }

  /** What is wrong with a stack input; empty when it can be deployed. */
  public static List<Problem> problemsOf(AwsComputeStackStackInput input) {
    if (!input.hasTarget()) {
      return List.of(
          new Problem("", "target", "is absent from the stack input", "put the manifest there"));
    }
    AwsComputeStack manifest = input.getTarget();
    String name = manifest.getMetadata().getName();
    List<Problem> problems = new ArrayList<>();
    for (Reference reference : ReferenceResolver.references(without(manifest, name))) {
      problems.add(
          new Problem(
              name,
              reference.fieldPath(),
              "is still a reference to %s of %s"
                  .formatted(reference.targetPath(), reference.target()),
              "resolve it before the program runs, or give the value itself"));
    }
    String region = input.getProviderConfig().getRegion();
    String wanted = manifest.getSpec().getRegion();
    if (!region.isEmpty() && !wanted.isEmpty() && !region.equals(wanted)) {
      problems.add(
          new Problem(
              name,
              "spec.region",
              "is " + wanted + ", but the provider configuration is for " + region,
              "make them the same, or leave one of them out"));
    }
    ComputeStack stack = ComputeStack.of(manifest);
    return problems.isEmpty() ? StateMachineProblems.of(stack, name) : problems;
  }

  private static Manifest<AwsComputeStack> without(AwsComputeStack manifest, String name) {
    return new Manifest<>(manifest, SourceMap.none(name), name);
  }

  private static AwsProviderConfig configOf(AwsComputeStackStackInput input) {
    String region = input.getTarget().getSpec().getRegion();
    return region.isEmpty()
        ? input.getProviderConfig()
        : input.getProviderConfig().toBuilder().setRegion(region).build();
  }

  @Override
  public void accept(Context ctx) {
    Tags tags = Tags.of(ManifestKinds.AWS_COMPUTE_STACK.kind(), labelled(stack));
    tags.warnings().forEach(ctx.log()::warn);
    Optional<Provider> provider = new AwsProviders().forConfig(providerConfig);
    Site site = new Site(stack, provider, tags.values());
    Invocations invocations = new Invocations(site);
    LogSet logs = new LogSet(site);
    QueueSet queues = QueueSet.create(site);
    FunctionSet functions = FunctionSet.create(site, Artifacts.create(site));
    TopicSet topics = TopicSet.create(site, functions, queues, invocations);
    SourceMappings mappings = SourceMappings.create(site, functions, queues);
    UrlSet urls = UrlSet.create(site, functions, invocations);
    Optional<Api> api = HttpApi.create(site, functions, invocations, logs);
    ScheduleSet.create(site, functions, queues);
    Optional<StateMachine> pipeline = DataPipeline.create(site, logs);
    EventSet.create(
        site,
        queues,
        new EventTargets(site, functions, queues, topics.notifications(), pipeline, invocations));
    FileNotifications.create(site, functions, invocations);
    Metrics.create(site, functions);
    AlarmSet alarms = new AlarmSet(site, topics.alerts());
    Optional<StateMachine> breaker =
        CircuitBreaker.create(site, functions, queues, mappings, alarms, logs);
    alarms.watch(functions, queues, pipeline, breaker);
    Optional<Dashboard> dashboard = DashboardPage.create(site, queues);
    new StackExports(site, functions, queues, topics, urls, api, pipeline, logs, alarms, dashboard)
        .exportTo(ctx);
  }

  /** The project and the deployment, as labels that the manifest's own win over. */
  private static CloudResourceMetadata labelled(ComputeStack stack) {
    CloudResourceMetadata metadata = stack.manifest().getMetadata();
    CloudResourceMetadata.Builder labelled = metadata.toBuilder();
    put(labelled, "project", stack.spec().getProjectName());
    put(labelled, "deployment-id", stack.spec().getDeploymentId());
    return labelled.build();
  }

  private static void put(CloudResourceMetadata.Builder metadata, String key, String value) {
    if (!value.isEmpty() && !metadata.containsLabels(key)) {
      metadata.putLabels(key, value);
    }
  }
}
