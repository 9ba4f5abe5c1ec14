/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Step Functions: state machines. Only {@code StateMachineOperations} and what it uses touch the
 * AWS SDK. Start at {@link dev.plinth.aws.sfn.StateMachineType}.
 */
@NullMarked
package dev.plinth.aws.sfn;

import org.jspecify.annotations.NullMarked;
