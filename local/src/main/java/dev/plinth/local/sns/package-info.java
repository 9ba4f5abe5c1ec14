/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Amazon SNS's control plane: topics and subscriptions, without messages. Start at {@link
 * dev.plinth.local.sns.LocalSnsClient}.
 */
@NullMarked
package dev.plinth.local.sns;

import org.jspecify.annotations.NullMarked;
