/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.store.Stock;

/**
 * Resources of functions, versions and aliases by {@code FUNCTION} and {@code FUNCTION:QUALIFIER},
 * which go with what they belong to.
 */
record QualifiedStock(Stock<?> stock) implements FunctionDependent {
  @Override
  public void functionDeleted(String function) {
    stock.delete(function);
    stock.names("", function + ":").forEach(stock::delete);
  }

  @Override
  public void qualifierDeleted(String function, String qualifier) {
    stock.delete(function + ":" + qualifier);
  }
}
