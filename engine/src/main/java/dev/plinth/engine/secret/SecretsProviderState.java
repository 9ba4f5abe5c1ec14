/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

/**
 * The {@code secrets_providers} entry of a deployment.
 *
 * @param type Pulumi's name of the scheme, such as {@code passphrase}
 * @param json what the scheme keeps, as JSON text; for {@code passphrase} an object with the salt
 */
public record SecretsProviderState(String type, String json) {}
