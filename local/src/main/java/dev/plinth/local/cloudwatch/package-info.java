/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Amazon CloudWatch's control plane: metric alarms and dashboards. An alarm never leaves the state
 * that it begins in, since nothing is measured. Start at {@link
 * dev.plinth.local.cloudwatch.LocalCloudWatchClient}.
 */
@NullMarked
package dev.plinth.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
