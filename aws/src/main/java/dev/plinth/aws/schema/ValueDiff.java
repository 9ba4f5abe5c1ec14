/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
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
    PropertyValue before = Meaning.plain(oldValue);
    PropertyValue after = Meaning.plain(newValue);
    if (after == null) {
      if (before != null && !property.is(Trait.COMPUTED) && !Meaning.isUnset(property, before)) {
        report(property, path, replaces, PropertyDiff.Kind.DELETE);
      }
    } else if (before == null) {
      if (!Meaning.isUnset(property, after)) {
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
      if (isUnmanaged(property, now)) {
        return;
      }
      if (property.is(Trait.UNORDERED)) {
        set(property, path, replaces, old.values(), now.values());
      } else {
        list(property.elementOrThrow(), path, replaces, old.values(), now.values());
      }
    } else if (!Meaning.same(property, before, after)
        && !(Meaning.isUnset(property, before) && Meaning.isUnset(property, after))) {
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
      PropertyValue old = Meaning.plain(before.get(key).orElse(null));
      PropertyValue now = Meaning.plain(after.get(key).orElse(null));
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
    Property element = property.elementOrThrow();
    List<PropertyValue> old = said(element, before);
    List<PropertyValue> now = said(element, after);
    for (int i = 0; i < now.size(); i++) {
      PropertyValue wanted = now.get(i);
      if (old.stream().noneMatch(each -> means(element, each, wanted))) {
        report(property, Paths.index(path, i), replaces, PropertyDiff.Kind.ADD);
      }
    }
    for (int i = 0; i < old.size(); i++) {
      PropertyValue present = old.get(i);
      if (now.stream().noneMatch(each -> means(element, present, each))) {
        String at = Paths.index(path, i);
        PropertyDiff.Kind kind =
            changes.containsKey(at) ? PropertyDiff.Kind.UPDATE : PropertyDiff.Kind.DELETE;
        report(property, at, replaces, kind);
      }
    }
  }

  /** The elements of a set that say anything, as plain values. */
  private static List<PropertyValue> said(Property element, List<PropertyValue> values) {
    return values.stream()
        .map(PropertyValue::withoutSecrets)
        .filter(value -> element.kind() != Kind.OBJECT || Meaning.isWorthSaying(element, value))
        .toList();
  }

  /** Of a list of objects that AWS fills in, an empty one asks for nothing, as none does. */
  private static boolean isUnmanaged(Property property, Items after) {
    return property.is(Trait.COMPUTED)
        && property.elementOrThrow().kind() == Kind.OBJECT
        && after.values().isEmpty();
  }

  private void report(Property property, String path, boolean replaces, PropertyDiff.Kind kind) {
    boolean inside = property.members() != null && property.members().holdsReplacing();
    changes.put(path, new PropertyDiff(kind, replaces || inside, fromInputs));
  }

  /** Whether two values of a property mean the same to AWS. */
  static boolean means(Property property, PropertyValue before, PropertyValue after) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    new ValueDiff(changes, false).compare(property, property.name(), false, before, after);
    return changes.isEmpty();
  }
}
