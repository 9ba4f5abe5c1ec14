/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Optional;

/** Variants of a registration that differ from it in one option. */
final class Requests {
  private Requests() {}

  static RegisterRequest protect(RegisterRequest request) {
    return copy(
        request,
        request.type(),
        Optional.of(true),
        request.deleteBeforeReplace(),
        request.retainOnDelete(),
        request.ignoreChanges());
  }

  static RegisterRequest retainOnDelete(RegisterRequest request) {
    return copy(
        request,
        request.type(),
        request.protect(),
        request.deleteBeforeReplace(),
        Optional.of(true),
        request.ignoreChanges());
  }

  static RegisterRequest deleteBeforeReplace(RegisterRequest request, boolean value) {
    return copy(
        request,
        request.type(),
        request.protect(),
        Optional.of(value),
        request.retainOnDelete(),
        request.ignoreChanges());
  }

  static RegisterRequest ignoreChanges(RegisterRequest request, String path) {
    return copy(
        request,
        request.type(),
        request.protect(),
        request.deleteBeforeReplace(),
        request.retainOnDelete(),
        List.of(path));
  }

  static RegisterRequest type(RegisterRequest request, String type) {
    return copy(
        request,
        type,
        request.protect(),
        request.deleteBeforeReplace(),
        request.retainOnDelete(),
        request.ignoreChanges());
  }

  private static RegisterRequest copy(
      RegisterRequest request,
      String type,
      Optional<Boolean> protect,
      Optional<Boolean> deleteBeforeReplace,
      Optional<Boolean> retainOnDelete,
      List<String> ignoreChanges) {
    List<Urn> aliases = request.aliases();
    return new RegisterRequest(
        type,
        request.name(),
        request.parent(),
        request.custom(),
        request.inputs(),
        request.dependencies(),
        request.propertyDependencies(),
        request.provider(),
        request.version(),
        protect,
        deleteBeforeReplace,
        retainOnDelete,
        ignoreChanges,
        request.replaceOnChanges(),
        request.additionalSecretOutputs(),
        aliases,
        request.customTimeouts());
  }
}
