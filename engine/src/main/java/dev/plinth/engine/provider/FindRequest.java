/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;

/**
 * Asks what became of a create whose answer was never recorded.
 *
 * @param inputs the inputs that the create had
 * @param intent what the create was named; the empty string where another tool began it
 */
public record FindRequest(Urn urn, PropertyMap inputs, String intent) {}
