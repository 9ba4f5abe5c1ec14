/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What Plinth knows of AWS Lambda apart from the rules in the .proto files: the defaults of an
 * AwsLambda manifest, and the runtimes with the dates on which AWS retires them.
 */
@NullMarked
package dev.plinth.api.awslambda;

import org.jspecify.annotations.NullMarked;
