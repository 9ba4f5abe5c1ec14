/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;

/**
 * Where an alias is.
 *
 * @param function as the program names it
 */
record AliasKey(String function, String name) {

  static AliasKey of(PropertyMap inputs) {
    return new AliasKey(
        inputs.text("functionName").orElseThrow(), inputs.text("name").orElseThrow());
  }

  /** The alias of an ARN, which is an id of the state, or of {@code FUNCTION/ALIAS}. */
  static AliasKey of(String id, Prior prior) {
    FunctionReference arn = FunctionReference.of(id);
    if (id.startsWith("arn:") && arn.qualifier().isPresent() && !id.contains("/")) {
      return new AliasKey(prior.saidText("functionName").orElse(arn.name()), arn.qualifier().get());
    }
    int slash = id.lastIndexOf('/');
    if (slash <= 0 || slash == id.length() - 1) {
      throw new ProviderException(
          "\"" + id + "\" does not name an alias.", "Use FUNCTION/ALIAS.", null);
    }
    return new AliasKey(id.substring(0, slash), id.substring(slash + 1));
  }

  /** What an import asks for. */
  String importId() {
    return function + "/" + name;
  }
}
