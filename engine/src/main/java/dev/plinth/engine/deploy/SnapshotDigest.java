/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One text for a whole state: two states with the same digest hold the same resources. */
final class SnapshotDigest {
  private SnapshotDigest() {}

  /** Secrets count by what they hold, since their ciphertext changes with every encryption. */
  static String of(Snapshot snapshot) {
    MessageDigest digest = sha256();
    for (ResourceState state : snapshot.resources()) {
      ResourceState plain =
          state.toBuilder()
              .inputs(state.inputs().withoutSecrets())
              .outputs(state.outputs().withoutSecrets())
              .build();
      digest.update(plain.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
