/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.Urn;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What names are drawn from: the same for a resource in a plan and in the run that follows it. */
final class Seeds {
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<Urn, String> drawn = new TreeMap<>();

  Seeds(Optional<Plan> plan) {
    plan.ifPresent(made -> drawn.putAll(made.seeds()));
  }

  synchronized byte[] of(Urn urn) {
    return Base64.getDecoder().decode(drawn.computeIfAbsent(urn, wanted -> draw()));
  }

  private String draw() {
    byte[] seed = new byte[BYTES];
    random.nextBytes(seed);
    return Base64.getEncoder().encodeToString(seed);
  }

  synchronized Map<Urn, String> drawn() {
    return new TreeMap<>(drawn);
  }
}
