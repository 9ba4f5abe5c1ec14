/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * S3 as far as code and events go: objects that others put in buckets, those that are put here, and
 * whom a bucket tells. A bucket keeps no versions, and of an object no bytes.
 */
@NullMarked
package dev.plinth.local.s3;

import org.jspecify.annotations.NullMarked;
