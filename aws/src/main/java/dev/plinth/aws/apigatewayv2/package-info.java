/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * API Gateway's resource types for HTTP and WebSocket APIs. Only the {@code …Operations} and {@code
 * …Part} classes touch the AWS SDK. Start at {@link dev.plinth.aws.apigatewayv2.ApiType}.
 */
@NullMarked
package dev.plinth.aws.apigatewayv2;

import org.jspecify.annotations.NullMarked;
