/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Application Auto Scaling's resource types. Only the {@code …Operations} classes touch the AWS
 * SDK. Start at {@link dev.plinth.aws.appautoscaling.TargetType}.
 */
@NullMarked
package dev.plinth.aws.appautoscaling;

import org.jspecify.annotations.NullMarked;
