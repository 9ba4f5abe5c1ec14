/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Amazon EventBridge Scheduler's control plane: schedules and their groups. Nothing is ever
 * invoked. Start at {@link dev.plinth.local.scheduler.LocalSchedulerClient}.
 */
@NullMarked
package dev.plinth.local.scheduler;

import org.jspecify.annotations.NullMarked;
