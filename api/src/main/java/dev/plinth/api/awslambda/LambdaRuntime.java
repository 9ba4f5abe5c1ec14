/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.awslambda;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A runtime of AWS Lambda and when AWS retires it.
 *
 * @param identifier as the API takes it, such as {@code java21}
 * @param deprecation from when it gets no more patches; empty when AWS has set no date
 * @param blockCreate from when no function can be created with it
 * @param blockUpdate from when no function that has it can be changed
 */
public record LambdaRuntime(
    String identifier,
    Optional<LocalDate> deprecation,
    Optional<LocalDate> blockCreate,
    Optional<LocalDate> blockUpdate) {

  /** Whether AWS refuses to create functions with it. */
  public boolean isBlocked(LocalDate today) {
    return blockCreate.filter(date -> !today.isBefore(date)).isPresent();
  }

  /** Whether it gets no more patches. */
  public boolean isDeprecated(LocalDate today) {
    return deprecation.filter(date -> !today.isBefore(date)).isPresent();
  }

  /** The language part of the identifier, such as {@code nodejs}. */
  public String family() {
    int end = 0;
    while (end < identifier.length() && Character.isLetter(identifier.charAt(end))) {
      end++;
    }
    return identifier.substring(0, end);
  }
}
