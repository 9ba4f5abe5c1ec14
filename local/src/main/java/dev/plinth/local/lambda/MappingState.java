/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * The states of an event source mapping. What is stored is what is going on and how it will end,
 * {@code Creating>Enabled}; which of the two a caller sees follows from the time of the last change
 * and the clock.
 */
final class MappingState {
  static final String DELETING = "Deleting>";

  private static final String ENABLED = "Enabled";

  private MappingState() {}

  static String begin(String transition, boolean enabled) {
    return transition + ">" + (enabled ? ENABLED : "Disabled");
  }

  /** As the call that began it answers. */
  static EventSourceMappingConfiguration answered(EventSourceMappingConfiguration stored) {
    return with(stored, transition(stored));
  }

  /** As a reader sees it now; empty when it is gone. */
  static Optional<EventSourceMappingConfiguration> seen(
      EventSourceMappingConfiguration stored, AccountContext account) {
    long settled = stored.lastModified().toEpochMilli() + account.settleTime().toMillis();
    if (account.now() < settled) {
      return Optional.of(answered(stored));
    }
    String end = stored.state().substring(transition(stored).length() + 1);
    return end.isEmpty() ? Optional.empty() : Optional.of(with(stored, end));
  }

  /** Whether a mapping, as it is stored or seen, is or will be enabled. */
  static boolean isOn(EventSourceMappingConfiguration mapping) {
    return mapping.state().endsWith(ENABLED);
  }

  static boolean isSettled(EventSourceMappingConfiguration seen) {
    return seen.state().equals(ENABLED) || seen.state().equals("Disabled");
  }

  private static String transition(EventSourceMappingConfiguration stored) {
    return stored.state().substring(0, stored.state().indexOf('>'));
  }

  private static EventSourceMappingConfiguration with(
      EventSourceMappingConfiguration stored, String state) {
    return stored.toBuilder().state(state).build();
  }
}
