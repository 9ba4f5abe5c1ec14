/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Optional;

/** Finds out which sort of resource a registration is for, and the provider that manages it. */
final class Lifecycles {
  private final ProviderRegistry registry;
  private final DefaultProviders defaults;
  private final boolean preview;
  private final Seeds seeds;

  Lifecycles(ProviderRegistry registry, DefaultProviders defaults, Seeds seeds, boolean preview) {
    this.seeds = seeds;
    this.registry = registry;
    this.defaults = defaults;
    this.preview = preview;
  }

  Lifecycle of(Urn urn, RegisterRequest request) {
    if (ProviderReference.isProviderType(request.type())) {
      String packageName = request.type().substring(request.type().lastIndexOf(':') + 1);
      return new ProviderLifecycle(urn, registry.create(packageName), registry, preview);
    }
    if (!request.custom()) {
      return new ComponentLifecycle();
    }
    ProviderReference reference = providerOf(request).orElseThrow();
    return new CustomLifecycle(urn, registry.get(reference), seeds, preview);
  }

  /** The provider that manages the resource; empty for components and for providers themselves. */
  Optional<ProviderReference> providerOf(RegisterRequest request) {
    if (!request.custom() || ProviderReference.isProviderType(request.type())) {
      return Optional.empty();
    }
    ResourceOptions options = request.options();
    if (options.provider().isPresent()) {
      return options.provider().map(Lifecycles::parse);
    }
    return Optional.of(defaults.get(packageOf(request.type()), options.version()));
  }

  /**
   * Whether a resource must be replaced because another provider manages it from now on. Another
   * version of a default provider alone is no reason.
   */
  boolean providerReplaces(ResourceState old, ResourceState goal) {
    if (old.provider().isEmpty() || old.provider().equals(goal.provider())) {
      return false;
    }
    if (goal.provider().isEmpty()) {
      return true;
    }
    ProviderInstance now = registry.get(goal.provider().get());
    if (!now.configured()) {
      return false;
    }
    ProviderInstance before = registry.get(old.provider().get());
    return now.provider()
        .diffConfig(
            new DiffRequest(
                goal.provider().get().urn(),
                goal.provider().get().id(),
                before.inputs(),
                before.inputs(),
                now.inputs(),
                List.of()))
        .requiresReplacement();
  }

  private static ProviderReference parse(String text) {
    try {
      return ProviderReference.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ProviderException("the option provider is wrong: " + e.getMessage(), null, e);
    }
  }

  private static String packageOf(String type) {
    int colon = type.indexOf(':');
    if (colon < 1 || type.indexOf(':', colon + 1) < 0) {
      throw new ProviderException(
          "'" + type + "' is not a resource type: <package>:<module>:<Type> was expected");
    }
    return type.substring(0, colon);
  }
}
