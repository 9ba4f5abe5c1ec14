/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How a Lambda function and its log group are made, for every program: one home for the order of
 * the two, for what binds them, and for which argument of AWS each setting becomes. It knows no
 * manifest. Start at {@link dev.plinth.programs.awslambda.function.LambdaFunction}.
 */
@NullMarked
package dev.plinth.programs.awslambda.function;

import org.jspecify.annotations.NullMarked;
