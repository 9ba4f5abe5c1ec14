/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A bad network in front of an AWS to test against: an HTTP server that loses, delays and refuses
 * calls by a plan that a seed decides. Start at {@link dev.plinth.aws.testing.fault.FaultProxy}.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.aws.testing.fault;
