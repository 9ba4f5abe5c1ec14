/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The functions that an AwsComputeStack runs until it is given others: each takes what its triggers
 * send, logs it, and answers as its callers expect, and nothing more. One jar holds all of them.
 * They use only what AWS Lambda brings.
 */
@NullMarked
package dev.plinth.functions;

import org.jspecify.annotations.NullMarked;
