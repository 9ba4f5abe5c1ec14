/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * Where a permission stands.
 *
 * @param function as the program names it
 */
record PermissionKey(String function, Optional<String> qualifier, String statementId) {

  static PermissionKey of(PropertyMap inputs) {
    return new PermissionKey(
        inputs.text("function").orElseThrow(),
        inputs.text("qualifier").filter(text -> !text.isEmpty()),
        inputs.text("statementId").orElseThrow());
  }

  /** A permission of the state, or one that an import names by function and statement. */
  static PermissionKey of(String id, Prior prior) {
    Optional<String> known = prior.saidText("function");
    if (known.isPresent()) {
      Optional<String> qualifier = prior.saidText("qualifier");
      return new PermissionKey(known.get(), qualifier.filter(text -> !text.isEmpty()), id);
    }
    int slash = id.lastIndexOf('/');
    if (slash <= 0 || slash == id.length() - 1) {
      throw new ProviderException(
          "\"" + id + "\" does not name a permission.",
          "Use FUNCTION/STATEMENT_ID or FUNCTION:QUALIFIER/STATEMENT_ID.",
          null);
    }
    String function = id.substring(0, slash);
    Optional<String> qualifier = FunctionReference.of(function).qualifier();
    String bare =
        qualifier
            .map(text -> function.substring(0, function.length() - text.length() - 1))
            .orElse(function);
    return new PermissionKey(bare, qualifier, id.substring(slash + 1));
  }

  /** What permissions of the same function have in common. */
  static String turn(String function) {
    return "permissions of " + FunctionReference.of(function).name();
  }
}
