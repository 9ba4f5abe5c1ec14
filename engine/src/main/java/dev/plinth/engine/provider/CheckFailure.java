/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

/**
 * One thing that is wrong with a resource's inputs.
 *
 * @param property the path of the property at fault, such as {@code vpcConfig.subnetIds[0]}, or the
 *     empty string
 * @param reason what is wrong, what is allowed and how to mend it, in sentences
 */
public record CheckFailure(String property, String reason) {}
