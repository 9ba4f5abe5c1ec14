/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.value.PropertyMap;

/**
 * A provider in use.
 *
 * @param configured false in a preview whose provider inputs are not all known: nothing can be
 *     asked of such a provider
 * @param inputs the provider resource's inputs
 */
record ProviderInstance(Provider provider, boolean configured, PropertyMap inputs) {}
