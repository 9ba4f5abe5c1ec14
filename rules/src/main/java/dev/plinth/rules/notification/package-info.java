/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Which event notifications of a bucket S3 takes together. Start at {@link
 * dev.plinth.rules.notification.ObjectEvents}.
 */
@NullMarked
package dev.plinth.rules.notification;

import org.jspecify.annotations.NullMarked;
