/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import org.jspecify.annotations.Nullable;

/** What a value says, however it is written: when it says nothing, and when two say the same. */
final class Meaning {
  private Meaning() {}

  /** Whether a value says no more than leaving it out would. */
  static boolean isUnset(Property property, PropertyValue value) {
    if (property.defaultValue() != null) {
      return value.equals(property.defaultValue());
    }
    if (value instanceof Text text) {
      return text.value().isEmpty();
    }
    if (value instanceof Items items) {
      return items.values().isEmpty();
    }
    if (value instanceof Obj object) {
      return property.kind() == Kind.OBJECT
          ? property.membersOrThrow().properties().stream()
              .allMatch(member -> isUnsetMember(member, object.properties()))
          : object.properties().isEmpty();
    }
    return value instanceof Bool bool && !bool.value();
  }

  private static boolean isUnsetMember(Property member, PropertyMap object) {
    PropertyValue value = plain(object.get(member.name()).orElse(null));
    return value == null || isUnset(member, value);
  }

  /** Whether a value says more than leaving it out would. */
  static boolean isWorthSaying(Property property, PropertyValue value) {
    PropertyValue plain = plain(value);
    return plain != null && !isUnset(property, plain);
  }

  /** Whether two values of a property say the same. */
  static boolean same(Property property, PropertyValue before, PropertyValue after) {
    return (before.withoutSecrets() instanceof Text old
            && after.withoutSecrets() instanceof Text now)
        ? property.equivalence().same(old.value(), now.value())
        : same(before, after);
  }

  /** Whether two values mean the same; archives do when their contents do, wherever they lie. */
  static boolean same(PropertyValue before, PropertyValue after) {
    PropertyValue old = before.withoutSecrets();
    PropertyValue now = after.withoutSecrets();
    if (now.containsUnknowns()) {
      return false;
    }
    if (old instanceof ArchiveValue oldArchive && now instanceof ArchiveValue newArchive) {
      return sameContent(oldArchive.archive(), newArchive.archive());
    }
    return old.equals(now);
  }

  private static boolean sameContent(Archive before, Archive after) {
    boolean hashed = before.hash().isPresent() && after.hash().isPresent();
    return hashed ? before.hash().equals(after.hash()) : before.equals(after);
  }

  /** The value without its wrappers; null for one that is not there. */
  static @Nullable PropertyValue plain(@Nullable PropertyValue value) {
    if (value instanceof Secret secret) {
      return plain(secret.value());
    }
    if (value instanceof OutputValue output) {
      return plain(output.value().orElse(Computed.INSTANCE));
    }
    return value instanceof Null ? null : value;
  }
}
