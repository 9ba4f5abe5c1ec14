/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import java.util.Optional;

/**
 * What became of a call; nothing of what was sent or answered.
 *
 * @param status the HTTP status, if there was an answer
 * @param requestId AWS's name of the call, if there was an answer
 * @param error AWS's code of a refusal, or the kind of failure; empty when all went well
 */
public record CallOutcome(
    Optional<Integer> status, Optional<String> requestId, Optional<String> error) {}
