/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * SNS: topics, their policies, and subscriptions to them. Start at {@link
 * dev.plinth.aws.sns.TopicType}.
 */
@NullMarked
package dev.plinth.aws.sns;

import org.jspecify.annotations.NullMarked;
