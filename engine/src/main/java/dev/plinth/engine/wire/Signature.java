/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Optional;

/**
 * The signatures by which an object on the wire or in a checkpoint says that it stands for
 * something else. The constants are Pulumi's (its {@code sdk/go/common/resource/sig}).
 */
public enum Signature {
  SECRET("1b47061264138c4ac30d75fd1eb44270"),
  ASSET("c44067f5952c0a294b673a41bacd8c17"),
  ARCHIVE("0def7320c3a5731c473e5ecbe6d01bc7"),
  RESOURCE_REFERENCE("5cf8f73096256a8f31e491e813e4eb8e"),
  OUTPUT("d0e6a833031e9bbcd3f4e8bde6ca49a4"),
  /** A number that JSON cannot write: in checkpoints only. */
  NON_FINITE("8ad145fe-0d11-4827-bfd7-1abcbf086f5c");

  /** The key under which an object carries its signature. */
  public static final String KEY = "4dabf18193072939515e22adb298388d";

  private static final Signature[] ALL = values();

  private final String text;

  Signature(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  PropertyValue asValue() {
    return PropertyValue.of(text);
  }

  /**
   * The signature that an object carries; empty for an ordinary object.
   *
   * @throws MalformedValueException when there is a signature that nobody here knows
   */
  public static Optional<Signature> of(PropertyMap fields) {
    Optional<PropertyValue> carried = fields.get(KEY);
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    if (carried.get() instanceof Text found) {
      for (Signature signature : ALL) {
        if (signature.text.equals(found.value())) {
          return Optional.of(signature);
        }
      }
    }
    throw new MalformedValueException("an object has a signature that is not known");
  }
}
