/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A program's wish for one resource.
 *
 * @param custom whether a provider manages it; false for a component
 */
public record RegisterRequest(
    String type,
    String name,
    Optional<Urn> parent,
    boolean custom,
    PropertyMap inputs,
    List<Urn> dependencies,
    Map<String, List<Urn>> propertyDependencies,
    ResourceOptions options) {

  /** A request with no option set and no dependency. */
  public static RegisterRequest of(
      String type, String name, Optional<Urn> parent, boolean custom, PropertyMap inputs) {
    return new RegisterRequest(
        type, name, parent, custom, inputs, List.of(), Map.of(), ResourceOptions.none());
  }

  /** This request with other options. */
  public RegisterRequest with(UnaryOperator<ResourceOptions.Builder> change) {
    return new RegisterRequest(
        type,
        name,
        parent,
        custom,
        inputs,
        dependencies,
        propertyDependencies,
        change.apply(options.toBuilder()).build());
  }

  /** This request with what its options leave open taken from its parent's. */
  RegisterRequest inheriting(RegisterRequest parentRequest) {
    return new RegisterRequest(
        type,
        name,
        parent,
        custom,
        inputs,
        dependencies,
        propertyDependencies,
        options.inheriting(parentRequest.options));
  }

  /** Every resource that it names, itself apart. */
  Set<Urn> references() {
    Set<Urn> references = new LinkedHashSet<>(dependencies);
    propertyDependencies.values().forEach(references::addAll);
    parent.ifPresent(references::add);
    options.deletedWith().ifPresent(references::add);
    return references;
  }
}
