/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Schedule expressions of EventBridge and EventBridge Scheduler: {@code rate(…)}, {@code cron(…)}
 * and {@code at(…)}. Start at {@link dev.plinth.rules.schedule.ScheduleExpression}.
 */
@NullMarked
package dev.plinth.rules.schedule;

import org.jspecify.annotations.NullMarked;
