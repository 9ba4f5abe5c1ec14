/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tests of state in buckets, against a server of their own that speaks S3's protocol. */
package dev.plinth.aws.state;
