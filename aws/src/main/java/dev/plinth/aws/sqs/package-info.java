/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * SQS: queues, and the policies that can be set on a queue as resources of their own. Start at
 * {@link dev.plinth.aws.sqs.QueueType}.
 */
@NullMarked
package dev.plinth.aws.sqs;

import org.jspecify.annotations.NullMarked;
