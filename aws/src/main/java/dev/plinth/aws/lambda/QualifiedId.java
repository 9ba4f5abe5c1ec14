/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * The ids of what belongs to a function or to a version or alias of it: the function as the program
 * names it and, behind a separator, the qualifier.
 */
record QualifiedId(String function, Optional<String> qualifier) {

  static QualifiedId of(PropertyMap inputs) {
    return new QualifiedId(
        inputs.text("functionName").orElseThrow(),
        inputs.text("qualifier").filter(text -> !text.isEmpty()));
  }

  /** Takes an id apart. ARNs have colons of their own, so a colon is looked for behind them. */
  static QualifiedId parse(String id, char separator) {
    int from = Math.max(0, id.indexOf("function:"));
    int colon = separator == ':' && from > 0 ? from + "function:".length() : from;
    int at = id.indexOf(separator, colon);
    return at < 0
        ? new QualifiedId(id, Optional.empty())
        : new QualifiedId(id.substring(0, at), Optional.of(id.substring(at + 1)));
  }

  String format(char separator) {
    return function + qualifier.map(text -> separator + text).orElse("");
  }

  /** The key as the SDK's requests take it: null leaves a field out. */
  @SuppressWarnings("NullAway") // the SDK's builders take null, their classes do not say so
  String qualifierOrNull() {
    return qualifier.orElse(null);
  }

  void put(PropertyMap.Builder outputs) {
    outputs.put("functionName", function);
    qualifier.ifPresent(text -> outputs.put("qualifier", text));
  }
}
