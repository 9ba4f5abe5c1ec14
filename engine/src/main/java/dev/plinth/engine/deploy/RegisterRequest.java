/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program's wish for one resource.
 *
 * @param custom whether a provider manages it; false for a component
 * @param provider the text form of a provider reference; the package's default provider when empty
 * @param version the version of the resource's package, or the empty string
 * @param protect whether it must not be deleted; inherited from the parent when empty
 * @param deleteBeforeReplace overrides what the provider says
 * @param retainOnDelete whether a delete only forgets it; inherited from the parent when empty
 */
public record RegisterRequest(
    String type,
    String name,
    Optional<Urn> parent,
    boolean custom,
    PropertyMap inputs,
    List<Urn> dependencies,
    Map<String, List<Urn>> propertyDependencies,
    Optional<String> provider,
    String version,
    Optional<Boolean> protect,
    Optional<Boolean> deleteBeforeReplace,
    Optional<Boolean> retainOnDelete,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    List<String> additionalSecretOutputs,
    List<Urn> aliases,
    CustomTimeouts customTimeouts) {

  /** This request with what it leaves open taken from its parent's. */
  RegisterRequest inheriting(RegisterRequest parentRequest) {
    return new RegisterRequest(
        type,
        name,
        parent,
        custom,
        inputs,
        dependencies,
        propertyDependencies,
        provider,
        version,
        protect.or(parentRequest::protect),
        deleteBeforeReplace,
        retainOnDelete.or(parentRequest::retainOnDelete),
        ignoreChanges,
        replaceOnChanges,
        additionalSecretOutputs,
        aliases,
        customTimeouts);
  }

  /** A request with no option set. */
  public static RegisterRequest of(
      String type, String name, Optional<Urn> parent, boolean custom, PropertyMap inputs) {
    return new RegisterRequest(
        type,
        name,
        parent,
        custom,
        inputs,
        List.of(),
        Map.of(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CustomTimeouts.none());
  }
}
