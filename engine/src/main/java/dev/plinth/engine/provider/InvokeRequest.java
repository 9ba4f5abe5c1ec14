/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;

/**
 * Asks for a function's answer.
 *
 * @param token the function, such as {@code aws:index/getRegion:getRegion}
 */
public record InvokeRequest(String token, PropertyMap args) {}
