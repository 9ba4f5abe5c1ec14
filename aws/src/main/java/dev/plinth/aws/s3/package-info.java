/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * S3: what a bucket tells others, and objects. Start at {@link
 * dev.plinth.aws.s3.BucketNotificationType}.
 */
@NullMarked
package dev.plinth.aws.s3;

import org.jspecify.annotations.NullMarked;
