/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.serialization.internal.PropertiesSerializer;
import com.pulumi.serialization.internal.PropertiesSerializer.SerializationResult;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.wire.StructCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Registers custom resources of a program with the engine, without a message in between. */
final class CustomRegistration {
  private final DeploymentImpl deployment;
  private final ResourceMonitor monitor;
  private final PropertiesSerializer serializer;
  private final OutputFields outputs;

  CustomRegistration(DeploymentImpl deployment, ResourceMonitor monitor) {
    this.deployment = deployment;
    this.monitor = monitor;
    this.serializer = new PropertiesSerializer(deployment.getLog());
    this.outputs = new OutputFields(deployment);
  }

  /**
   * Gives the resource its outputs, which come true later, and starts the registration. The outputs
   * must be there when the resource's constructor ends.
   */
  void register(
      CustomResource resource,
      ResourceArgs args,
      CustomResourceOptions options,
      Resource.LazyFields lazy) {
    ResourceOutputs promised = outputs.promise(resource, lazy);
    CompletableFuture<Void> done =
        request(resource, args, options)
            .thenCompose(request -> answer(resource, request))
            .thenAcceptAsync(promised::keep)
            .whenComplete((unused, failure) -> promised.close(failure));
    String task = resource.pulumiResourceType() + " " + resource.pulumiResourceName();
    deployment.getRunner().registerTask(task, done);
  }

  private CompletableFuture<RegisterResponse> answer(
      CustomResource resource, Supplier<RegisterRequest> request) {
    try {
      // The SDK expects its thread-local deployment wherever it continues after the answer.
      return ContextAwareCompletableFuture.wrap(monitor.register(request.get()));
    } catch (IllegalArgumentException e) {
      return UnsupportedRequestException.invalid(resource.pulumiResourceName(), e).toldBy(monitor);
    }
  }

  private CompletableFuture<Supplier<RegisterRequest>> request(
      CustomResource resource, ResourceArgs args, CustomResourceOptions options) {
    String name = resource.pulumiResourceName();
    return Internal.of(options.getDependsOn())
        .getValueOrDefault(List.of())
        .thenCompose(
            dependsOn ->
                serialized(name, args)
                    .thenCompose(
                        properties ->
                            parent(options)
                                .thenCombine(
                                    provider(options),
                                    (parent, provider) -> new Surroundings(parent, provider))
                                .thenCompose(
                                    surroundings ->
                                        request(
                                            resource,
                                            options,
                                            dependsOn,
                                            properties,
                                            surroundings))));
  }

  private CompletableFuture<SerializationResult> serialized(String name, ResourceArgs args) {
    return Internal.from(args)
        .toMapAsync(deployment.getLog())
        .thenCompose(
            properties -> serializer.serializeResourcePropertiesAsync(name, properties, true));
  }

  /** The stack is the parent of what has no other. */
  private CompletableFuture<Optional<String>> parent(CustomResourceOptions options) {
    Resource parent = options.getParent().orElseGet(deployment::getStack);
    return Internal.of(parent.urn())
        .getValueOptional()
        .thenApply(urn -> urn.filter(text -> !text.isEmpty()));
  }

  private static CompletableFuture<Optional<String>> provider(CustomResourceOptions options) {
    return options
        .getProvider()
        .map(provider -> Internal.from(provider).getRegistrationId().thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletableFuture<Supplier<RegisterRequest>> request(
      CustomResource resource,
      CustomResourceOptions options,
      List<Resource> dependsOn,
      SerializationResult properties,
      Surroundings surroundings) {
    Map<String, CompletableFuture<Set<Urn>>> byProperty = new TreeMap<>();
    properties.propertyToDependentResources.forEach(
        (property, resources) -> byProperty.put(property, Dependencies.urnsOf(resources)));
    CompletableFuture<Set<Urn>> explicit = Dependencies.urnsOf(dependsOn);
    List<CompletableFuture<?>> all = new ArrayList<>(byProperty.values());
    all.add(explicit);
    return ContextAwareCompletableFuture.wrap(
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
            .thenApply(
                unused -> {
                  Set<Urn> dependencies = new HashSet<>(explicit.join());
                  Map<String, List<Urn>> sorted = new TreeMap<>();
                  byProperty.forEach(
                      (property, urns) -> {
                        dependencies.addAll(urns.join());
                        sorted.put(property, urns.join().stream().sorted().toList());
                      });
                  return () ->
                      new RegisterRequest(
                          resource.pulumiResourceType(),
                          resource.pulumiResourceName(),
                          surroundings.parent().map(Urn::new),
                          true,
                          StructCodec.decode(properties.serialized),
                          dependencies.stream().sorted().toList(),
                          sorted,
                          CommonOptions.of(options, surroundings.provider()));
                }));
  }

  private record Surroundings(Optional<String> parent, Optional<String> provider) {}
}
