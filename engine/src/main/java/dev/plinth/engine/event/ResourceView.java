/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * A resource as it may be shown: every secret is the text {@code [secret]}.
 *
 * @param id the provider's id; empty for a component and before a create
 */
public record ResourceView(
    Optional<String> id, PropertyMap inputs, PropertyMap outputs, boolean protect) {}
