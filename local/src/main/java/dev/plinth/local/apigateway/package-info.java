/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * API Gateway, its HTTP and WebSocket APIs, as the local account has it. Start at {@link
 * dev.plinth.local.apigateway.LocalApiGatewayClient}.
 */
@NullMarked
package dev.plinth.local.apigateway;

import org.jspecify.annotations.NullMarked;
