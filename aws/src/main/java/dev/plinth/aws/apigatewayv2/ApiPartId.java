/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;

/** The ids of what belongs to an API; imports put the API's id first. */
final class ApiPartId {
  private ApiPartId() {}

  /** The id without the API. */
  static String bare(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  /** The API that something of the state, or of an import, belongs to. */
  static String api(String id, Prior prior) {
    return prior
        .saidText("apiId")
        .orElseGet(
            () -> {
              int slash = id.indexOf('/');
              if (slash <= 0 || slash == id.length() - 1) {
                throw new ProviderException(
                    "\"" + id + "\" does not say which API it belongs to.", "Use API_ID/ID.", null);
              }
              return id.substring(0, slash);
            });
  }
}
