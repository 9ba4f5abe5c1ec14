/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Application Auto Scaling as the local account has it. Start at {@link
 * dev.plinth.local.autoscaling.LocalAutoScalingClient}.
 */
@NullMarked
package dev.plinth.local.autoscaling;

import org.jspecify.annotations.NullMarked;
