/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import com.google.gson.JsonParser;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Registers a package's default provider on first need, under Pulumi's name for it: {@code
 * default}, or {@code default_6_83_0} where the program asks for a version.
 */
final class DefaultProviders {
  private static final String DENIED = "disable-default-providers";

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

  /**
   * The package's default provider.
   *
   * @throws ProviderException when the stack's configuration forbids it
   */
  synchronized ProviderReference get(String packageName, String version) {
    requireAllowed(packageName);
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

  /**
   * The configuration {@code pulumi:disable-default-providers} lists packages, or all by a star.
   */
  private void requireAllowed(String packageName) {
    Optional<String> denied =
        config.getOrDefault(BuiltinProvider.PACKAGE, PropertyMap.empty()).text(DENIED);
    if (packageName.equals(BuiltinProvider.PACKAGE) || denied.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    JsonParser.parseString(denied.get())
        .getAsJsonArray()
        .forEach(name -> names.add(name.getAsString()));
    if (names.contains("*") || names.contains(packageName)) {
      throw new ProviderException(
          "the default provider of " + packageName + " is disabled for this stack",
          "give the resource an explicit provider",
          null);
    }
  }
}
