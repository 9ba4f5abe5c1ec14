/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetHasher;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes of a program's wish the state that a step is to reach. */
final class Goals {
  private final AssetHasher assets;
  private final Scope scope;

  Goals(AssetHasher assets, Scope scope) {
    this.assets = assets;
    this.scope = scope;
  }

  /** The state to be reached, with what remains of the prior one. */
  ResourceState of(
      Urn urn,
      RegisterRequest request,
      Optional<ProviderReference> provider,
      Optional<ResourceState> old) {
    ResourceOptions options = request.options();
    return prior(urn, old)
        .custom(request.custom())
        .inputs(ResourceIds.inPlaceOfReferences(assets.fill(request.inputs())))
        .parent(request.parent())
        .protect(options.protect().orElse(false))
        .retainOnDelete(options.retainOnDelete().orElse(false))
        .deletedWith(options.deletedWith())
        .dependencies(existing(request.dependencies()))
        .propertyDependencies(existing(request.propertyDependencies()))
        .provider(provider)
        .additionalSecretOutputs(options.additionalSecretOutputs())
        .customTimeouts(options.customTimeouts())
        .ignoreChanges(options.ignoreChanges())
        .replaceOnChanges(options.replaceOnChanges())
        .replacementTrigger(options.replacementTrigger())
        .build();
  }

  private static ResourceStateBuilder prior(Urn urn, Optional<ResourceState> old) {
    ResourceStateBuilder goal = ResourceState.builder(urn);
    old.ifPresent(
        state ->
            goal.id(state.id().orElse(""))
                .created(state.created())
                .modified(state.modified())
                .importId(state.importId())
                .unknownFields(state.unknownFields()));
    return goal;
  }

  /** The inputs with what is to be left alone taken from the prior ones. */
  static PropertyMap ignoring(ResourceState goal, ResourceState old) {
    PropertyMap inputs = goal.inputs();
    for (String path : goal.ignoreChanges()) {
      inputs = ReplaceReasons.path(path).reset(old.inputs(), inputs);
    }
    return inputs;
  }

  /** What was not created, because the run is not about it, cannot be depended on. */
  private List<Urn> existing(List<Urn> urns) {
    return urns.stream().filter(urn -> !scope.isSkipped(urn)).toList();
  }

  private Map<String, List<Urn>> existing(Map<String, List<Urn>> byProperty) {
    Map<String, List<Urn>> left = new TreeMap<>();
    byProperty.forEach((property, urns) -> left.put(property, existing(urns)));
    return left;
  }
}
