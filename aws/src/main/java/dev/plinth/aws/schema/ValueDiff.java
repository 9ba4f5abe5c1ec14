/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.PropertyDiff;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one property's values, as deep as they go. */
final class ValueDiff {
  private final Map<String, PropertyDiff> changes;
  private final boolean fromInputs;

  /**
   * @param changes takes what is found
   * @param fromInputs whether the old values are old inputs
   */
  ValueDiff(Map<String, PropertyDiff> changes, boolean fromInputs) {
    this.changes = changes;
    this.fromInputs = fromInputs;
  }

  void compare(
      Property property,
      String path,
      boolean replaces,
      @Nullable PropertyValue oldValue,
      @Nullable PropertyValue newValue) {
    PropertyValue before = plain(oldValue);
    PropertyValue after = plain(newValue);
    if (after == null) {
      if (before != null && !property.is(Trait.COMPUTED) && !isUnset(property, before)) {
        report(property, path, replaces, PropertyDiff.Kind.DELETE);
      }
    } else if (before == null) {
      if (!isUnset(property, after)) {
        report(property, path, replaces, PropertyDiff.Kind.ADD);
      }
    } else {
      both(property, path, replaces, before, after);
    }
  }

  private void both(
      Property property, String path, boolean replaces, PropertyValue before, PropertyValue after) {
    if (property.kind() == Kind.OBJECT && before instanceof Obj old && after instanceof Obj now) {
      members(property.membersOrThrow(), path, replaces, old.properties(), now.properties());
    } else if (property.kind() == Kind.MAP
        && before instanceof Obj old
        && after instanceof Obj now) {
      entries(property.elementOrThrow(), path, replaces, old.properties(), now.properties());
    } else if (property.kind() == Kind.LIST
        && before instanceof Items old
        && after instanceof Items now) {
      if (property.is(Trait.UNORDERED)) {
        set(property, path, replaces, old.values(), now.values());
      } else {
        list(property.elementOrThrow(), path, replaces, old.values(), now.values());
      }
    } else if (!same(property, before, after)
        && !(isUnset(property, before) && isUnset(property, after))) {
      report(property, path, replaces, PropertyDiff.Kind.UPDATE);
    }
  }

  private void members(
      Shape shape, String path, boolean replaces, PropertyMap before, PropertyMap after) {
    for (Property member : shape.properties()) {
      if (member.isInput()) {
        compare(
            member,
            Paths.member(path, member.name()),
            replaces || member.is(Trait.REPLACES),
            before.get(member.name()).orElse(null),
            after.get(member.name()).orElse(null));
      }
    }
  }

  private void entries(
      Property element, String path, boolean replaces, PropertyMap before, PropertyMap after) {
    TreeSet<String> keys = new TreeSet<>(before.names());
    keys.addAll(after.names());
    for (String key : keys) {
      PropertyValue old = plain(before.get(key).orElse(null));
      PropertyValue now = plain(after.get(key).orElse(null));
      String at = Paths.member(path, key);
      if (old == null && now != null) {
        report(element, at, replaces, PropertyDiff.Kind.ADD);
      } else if (old != null && now == null) {
        report(element, at, replaces, PropertyDiff.Kind.DELETE);
      } else if (old != null && now != null) {
        both(element, at, replaces, old, now);
      }
    }
  }

  private void list(
      Property element,
      String path,
      boolean replaces,
      List<PropertyValue> before,
      List<PropertyValue> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String at = Paths.index(path, i);
      if (i >= before.size()) {
        report(element, at, replaces, PropertyDiff.Kind.ADD);
      } else if (i >= after.size()) {
        report(element, at, replaces, PropertyDiff.Kind.DELETE);
      } else {
        compare(element, at, replaces, before.get(i), after.get(i));
      }
    }
  }

  private void set(
      Property property,
      String path,
      boolean replaces,
      List<PropertyValue> before,
      List<PropertyValue> after) {
    List<PropertyValue> old = before.stream().map(PropertyValue::withoutSecrets).toList();
    List<PropertyValue> now = after.stream().map(PropertyValue::withoutSecrets).toList();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i) instanceof Computed || !old.contains(now.get(i))) {
        report(property, Paths.index(path, i), replaces, PropertyDiff.Kind.ADD);
      }
    }
    for (int i = 0; i < old.size(); i++) {
      if (!now.contains(old.get(i))) {
        String at = Paths.index(path, i);
        PropertyDiff.Kind kind =
            changes.containsKey(at) ? PropertyDiff.Kind.UPDATE : PropertyDiff.Kind.DELETE;
        report(property, at, replaces, kind);
      }
    }
  }

  private void report(Property property, String path, boolean replaces, PropertyDiff.Kind kind) {
    boolean inside = property.members() != null && property.members().holdsReplacing();
    changes.put(path, new PropertyDiff(kind, replaces || inside, fromInputs));
  }

  /** Whether a value says no more than leaving it out would. */
  private static boolean isUnset(Property property, PropertyValue value) {
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

  /** Whether two values of a property mean the same to AWS. */
  static boolean means(Property property, PropertyValue before, PropertyValue after) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    new ValueDiff(changes, false).compare(property, property.name(), false, before, after);
    return changes.isEmpty();
  }

  /** Whether two values of a property mean the same. */
  private static boolean same(Property property, PropertyValue before, PropertyValue after) {
    return before instanceof Text old && after instanceof Text now
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

  private static @Nullable PropertyValue plain(@Nullable PropertyValue value) {
    if (value instanceof Secret secret) {
      return plain(secret.value());
    }
    if (value instanceof OutputValue output) {
      return plain(output.value().orElse(Computed.INSTANCE));
    }
    return value instanceof Null ? null : value;
  }
}
