/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Amazon SQS's control plane: queues with their attributes and tags, without messages. Start at
 * {@link dev.plinth.local.sqs.LocalSqsClient}.
 */
@NullMarked
package dev.plinth.local.sqs;

import org.jspecify.annotations.NullMarked;
