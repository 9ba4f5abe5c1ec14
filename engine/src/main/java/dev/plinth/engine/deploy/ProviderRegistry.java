/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.provider.ProviderHost;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The providers in use, by reference; those of the last run are loaded from its state on demand.
 */
final class ProviderRegistry implements AutoCloseable {
  private final Map<String, ProviderFactory> factories;
  private final Function<String, ProviderFactory> others;
  private final StackIndex base;
  private final ProviderHost host;
  private final Map<ProviderReference, ProviderInstance> instances = new ConcurrentHashMap<>();

  /** All that were made, those included whose configuration failed before they had a reference. */
  private final Queue<Provider> made = new ConcurrentLinkedQueue<>();

  ProviderRegistry(
      Map<String, ProviderFactory> factories,
      Function<String, ProviderFactory> others,
      StackIndex base,
      ProviderHost host) {
    this.factories = factories;
    this.others = others;
    this.base = base;
    this.host = host;
  }

  /** A new provider of a package, not yet configured. */
  Provider create(String packageName) {
    ProviderFactory own = factories.get(packageName);
    ProviderFactory factory = own == null ? others.apply(packageName) : own;
    Provider provider = factory.create(host);
    made.add(provider);
    return provider;
  }

  void put(ProviderReference reference, ProviderInstance instance) {
    instances.put(reference, instance);
  }

  /**
   * The provider that a reference names, registered by this run or left by the last one.
   *
   * @throws ProviderException when there is none
   */
  ProviderInstance get(ProviderReference reference) {
    return instances.computeIfAbsent(reference, this::load);
  }

  private ProviderInstance load(ProviderReference reference) {
    ResourceState state =
        base.findProvider(reference)
            .orElseThrow(
                () ->
                    new ProviderException(
                        "the provider " + reference + " is neither registered nor in the state"));
    Provider provider = create(reference.packageName());
    provider.configure(state.inputs());
    return new ProviderInstance(provider, true, state.inputs());
  }

  void cancel() {
    made.forEach(Provider::cancel);
  }

  @Override
  public void close() {
    made.forEach(Provider::close);
  }
}
