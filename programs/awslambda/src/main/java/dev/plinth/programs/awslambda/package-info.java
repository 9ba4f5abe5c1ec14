/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The Pulumi program for manifests of kind AwsLambda: one function with its log group per manifest.
 *
 * <p>{@link dev.plinth.programs.awslambda.AwsLambdaModule} deploys one stack input, {@link
 * dev.plinth.programs.awslambda.AwsLambdaProgram} any number of them in one stack, and {@link
 * dev.plinth.programs.awslambda.AwsLambdaMain} is what the {@code pulumi} command runs. The code
 * here is ordinary {@code com.pulumi:aws} code: it knows no engine, validates nothing that the
 * manifest's own rules cover, and resolves no references.
 */
@NullMarked
package dev.plinth.programs.awslambda;

import org.jspecify.annotations.NullMarked;
