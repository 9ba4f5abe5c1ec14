/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * State of stacks in a bucket of S3, or of anything that speaks S3's protocol. What objects mean is
 * the engine's affair; here they are fetched and put. Start at {@link
 * dev.plinth.aws.state.S3Backend}.
 */
@NullMarked
package dev.plinth.aws.state;

import org.jspecify.annotations.NullMarked;
