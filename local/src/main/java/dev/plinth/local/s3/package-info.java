/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** S3 as far as code lies in it: objects can be looked at, and have no bytes. */
@NullMarked
package dev.plinth.local.s3;

import org.jspecify.annotations.NullMarked;
