/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The Pulumi program of the kind AwsComputeStack, one class for each concern. What there is to make
 * is the api module's {@link dev.plinth.api.computestack.ComputeStack}; this package makes it.
 * Start at {@link dev.plinth.programs.computestack.ComputeStackModule}.
 */
@NullMarked
package dev.plinth.programs.computestack;

import org.jspecify.annotations.NullMarked;
