/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Registers a package's default provider on first need, under Pulumi's name for it: {@code
 * default}, or {@code default_6_83_0} where the program asks for a version.
 */
final class DefaultProviders {
  private final String stack;
  private final String project;
  private final Map<String, PropertyMap> config;
  private final BiFunction<Urn, RegisterRequest, ResourceState> register;
  private final Map<String, ProviderReference> references = new HashMap<>();

  /**
   * @param config the stack's configuration, by package
   * @param register registers a resource and answers its state
   */
  DefaultProviders(
      String stack,
      String project,
      Map<String, PropertyMap> config,
      BiFunction<Urn, RegisterRequest, ResourceState> register) {
    this.stack = stack;
    this.project = project;
    this.config = config;
    this.register = register;
  }

  synchronized ProviderReference get(String packageName, String version) {
    String name = version.isEmpty() ? "default" : "default_" + version.replaceAll("[.+-]", "_");
    String key = packageName + ":" + name;
    ProviderReference known = references.get(key);
    if (known != null) {
      return known;
    }
    String type = ProviderReference.typeOf(packageName);
    PropertyMap inputs = config.getOrDefault(packageName, PropertyMap.empty());
    if (!version.isEmpty()) {
      inputs = inputs.with("version", PropertyValue.of(version));
    }
    Urn urn = Urn.of(stack, project, Optional.empty(), type, name);
    ResourceState state =
        register.apply(urn, RegisterRequest.of(type, name, Optional.empty(), true, inputs));
    ProviderReference reference = new ProviderReference(urn, state.id().orElseThrow());
    references.put(key, reference);
    return reference;
  }
}
