/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;

/**
 * A resource that was created, or would be.
 *
 * @param id the provider's id of the resource; the empty string in a preview
 * @param outputs every property, inputs included; unknowns only in a preview
 */
public record CreateResult(String id, PropertyMap outputs) {}
