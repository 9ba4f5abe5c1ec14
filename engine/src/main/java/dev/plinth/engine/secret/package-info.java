/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Encryption of the secret values in state: Pulumi's passphrase scheme, same format on disk. Keys
 * are derived when a secret is first encrypted or decrypted and not before, because that is made to
 * be slow. Start at {@link dev.plinth.engine.secret.SecretsManager}; {@link
 * dev.plinth.engine.secret.SecretsProviders} makes one for a stack.
 */
@NullMarked
package dev.plinth.engine.secret;

import org.jspecify.annotations.NullMarked;
