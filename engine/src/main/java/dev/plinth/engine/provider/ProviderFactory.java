/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

/** Makes providers of one package, one for each provider resource of a stack. */
@FunctionalInterface
public interface ProviderFactory {
  /** A provider that waits to be configured. */
  Provider create();

  /** A provider that has somebody to tell what is no failure. */
  default Provider create(ProviderHost host) {
    return create();
  }
}
