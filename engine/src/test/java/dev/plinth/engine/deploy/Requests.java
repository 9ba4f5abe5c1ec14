/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.List;
import java.util.Optional;

/** Variants of a registration that differ from it in one option. */
final class Requests {
  private Requests() {}

  static RegisterRequest protect(RegisterRequest request) {
    return request.with(options -> options.protect(Optional.of(true)));
  }

  static RegisterRequest retainOnDelete(RegisterRequest request) {
    return request.with(options -> options.retainOnDelete(Optional.of(true)));
  }

  static RegisterRequest deleteBeforeReplace(RegisterRequest request, boolean value) {
    return request.with(options -> options.deleteBeforeReplace(Optional.of(value)));
  }

  static RegisterRequest ignoreChanges(RegisterRequest request, String path) {
    return request.with(options -> options.ignoreChanges(List.of(path)));
  }

  static RegisterRequest alias(RegisterRequest request, String formerName) {
    return request.with(options -> options.aliases(List.of(Alias.ofName(formerName))));
  }

  static RegisterRequest importId(RegisterRequest request, String id) {
    return request.with(options -> options.importId(Optional.of(id)));
  }

  static RegisterRequest type(RegisterRequest request, String type) {
    return new RegisterRequest(
        type,
        request.name(),
        request.parent(),
        request.custom(),
        request.inputs(),
        request.dependencies(),
        request.propertyDependencies(),
        request.options());
  }

  static RegisterRequest component(RegisterRequest request, String type) {
    return new RegisterRequest(
        type,
        request.name(),
        request.parent(),
        false,
        request.inputs(),
        request.dependencies(),
        request.propertyDependencies(),
        request.options());
  }

  static RegisterRequest parent(RegisterRequest request, dev.plinth.engine.urn.Urn parent) {
    return new RegisterRequest(
        request.type(),
        request.name(),
        Optional.of(parent),
        request.custom(),
        request.inputs(),
        request.dependencies(),
        request.propertyDependencies(),
        request.options());
  }
}
