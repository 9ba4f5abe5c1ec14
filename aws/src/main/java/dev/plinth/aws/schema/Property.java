/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One property of a resource type, of an object inside it, or the element of a list or map.
 *
 * @param name the name in Pulumi's spelling; of an element, the name of its collection
 * @param defaultValue what an input that is left out becomes
 * @param rules the limits of a known value
 * @param element of a list or map, what it holds
 * @param members of an object, its properties
 */
public record Property(
    String name,
    Kind kind,
    Set<Trait> traits,
    @Nullable PropertyValue defaultValue,
    List<ValueRule> rules,
    @Nullable Property element,
    @Nullable Shape members) {
  public Property {
    traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    rules = List.copyOf(rules);
  }

  public static Property string(String name, Trait... traits) {
    return new Property(name, Kind.STRING, setOf(traits), null, List.of(), null, null);
  }

  public static Property integer(String name, Trait... traits) {
    return new Property(name, Kind.INTEGER, setOf(traits), null, List.of(), null, null);
  }

  public static Property bool(String name, Trait... traits) {
    return new Property(name, Kind.BOOLEAN, setOf(traits), null, List.of(), null, null);
  }

  public static Property archive(String name, Trait... traits) {
    return new Property(name, Kind.ARCHIVE, setOf(traits), null, List.of(), null, null);
  }

  /** A list of strings. */
  public static Property strings(String name, Trait... traits) {
    return new Property(name, Kind.LIST, setOf(traits), null, List.of(), string(name), null);
  }

  /** A map from string to string. */
  public static Property stringMap(String name, Trait... traits) {
    return new Property(name, Kind.MAP, setOf(traits), null, List.of(), string(name), null);
  }

  /** A list of objects. */
  public static Property objects(String name, Shape members, Trait... traits) {
    Property element = object(name, members);
    return new Property(name, Kind.LIST, setOf(traits), null, List.of(), element, null);
  }

  public static Property object(String name, Shape members, Trait... traits) {
    return new Property(name, Kind.OBJECT, setOf(traits), null, List.of(), null, members);
  }

  public Property defaultsTo(String value) {
    return defaultsTo(PropertyValue.of(value));
  }

  public Property defaultsTo(double value) {
    return defaultsTo(PropertyValue.of(value));
  }

  public Property defaultsTo(boolean value) {
    return defaultsTo(PropertyValue.of(value));
  }

  private Property defaultsTo(PropertyValue value) {
    return new Property(name, kind, traits, value, rules, element, members);
  }

  /** Adds a limit. */
  public Property where(ValueRule rule) {
    List<ValueRule> all = new ArrayList<>(rules);
    all.add(rule);
    return new Property(name, kind, traits, defaultValue, all, element, members);
  }

  /** Adds a limit to every element of the list or map. */
  public Property whereEach(ValueRule rule) {
    return new Property(
        name, kind, traits, defaultValue, rules, elementOrThrow().where(rule), members);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether a program may set the property. */
  public boolean isInput() {
    return !traits.contains(Trait.OUTPUT);
  }

  Property elementOrThrow() {
    if (element == null) {
      throw new IllegalStateException(name + " is no collection");
    }
    return element;
  }

  Shape membersOrThrow() {
    if (members == null) {
      throw new IllegalStateException(name + " is no object");
    }
    return members;
  }

  private static Set<Trait> setOf(Trait... traits) {
    return traits.length == 0 ? Set.of() : EnumSet.copyOf(List.of(traits));
  }
}
