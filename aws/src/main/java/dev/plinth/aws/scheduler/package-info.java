/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * EventBridge Scheduler's resource types: schedules and their groups. Only the {@code …Operations}
 * classes touch the AWS SDK. Start at {@link dev.plinth.aws.scheduler.ScheduleType}.
 */
@NullMarked
package dev.plinth.aws.scheduler;

import org.jspecify.annotations.NullMarked;
