/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * EventBridge's resource types: buses, rules and targets. Only the {@code …Operations} classes and
 * what they use touch the AWS SDK. Start at {@link dev.plinth.aws.events.EventRuleType}.
 */
@NullMarked
package dev.plinth.aws.events;

import org.jspecify.annotations.NullMarked;
