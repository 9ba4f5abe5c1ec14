/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.UUID;

/**
 * A provider resource: to create, update or keep one is to configure the provider it stands for.
 */
final class ProviderLifecycle implements Lifecycle {
  /** The id of a provider that a preview would create: Pulumi's sentinel for an unknown string. */
  static final String UNKNOWN_ID = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** The key that the engine adds to a provider's inputs and keeps from the provider. */
  private static final String INTERNAL = "__internal";

  private final Urn urn;
  private final Provider provider;
  private final ProviderRegistry registry;
  private final boolean preview;

  ProviderLifecycle(Urn urn, Provider provider, ProviderRegistry registry, boolean preview) {
    this.urn = urn;
    this.provider = provider;
    this.registry = registry;
    this.preview = preview;
  }

  @Override
  public CheckResult check(PropertyMap olds, PropertyMap news) {
    PropertyMap own = news.without(INTERNAL);
    CheckResult result =
        provider.checkConfig(
            new CheckRequest(urn, olds.without(INTERNAL), own, new byte[0], preview));
    PropertyMap.Builder inputs = result.inputs().toBuilder();
    inputs.putIfPresent(INTERNAL, news.get(INTERNAL));
    inputs.putIfPresent("version", news.get("version"));
    return new CheckResult(inputs.build(), result.failures());
  }

  @Override
  public DiffResult diff(ResourceState old, ResourceState goal) {
    return provider.diffConfig(
        new DiffRequest(
            urn,
            old.id().orElse(""),
            old.inputs().without(INTERNAL),
            old.outputs(),
            goal.inputs().without(INTERNAL),
            List.of()));
  }

  @Override
  public ResourceState create(ResourceState goal, String intent) {
    String id = preview ? UNKNOWN_ID : UUID.randomUUID().toString();
    return use(goal.toBuilder().id(id).build());
  }

  @Override
  public ResourceState update(ResourceState old, ResourceState goal) {
    return use(goal.toBuilder().id(old.id().orElse("")).build());
  }

  @Override
  public void same(ResourceState state) {
    use(state);
  }

  private ResourceState use(ResourceState state) {
    PropertyMap config = state.inputs().without(INTERNAL);
    boolean known = !config.containsUnknowns();
    if (known) {
      provider.configure(config);
    }
    registry.put(
        new ProviderReference(urn, state.id().orElse(UNKNOWN_ID)),
        new ProviderInstance(provider, known, state.inputs()));
    return state.toBuilder().outputs(config).build();
  }
}
