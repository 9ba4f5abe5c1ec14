/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.aws.document.JsonDocument;
import dev.plinth.aws.document.PolicyDocument;
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
 * @param awsName the name in AWS's spelling
 * @param defaultValue what an input that is left out becomes
 * @param rules the limits of a known value
 * @param element of a list or map, what it holds
 * @param members of an object, its properties
 * @param equivalence of a string, which texts mean the same
 */
public record Property(
    String name,
    String awsName,
    Kind kind,
    Set<Trait> traits,
    @Nullable PropertyValue defaultValue,
    List<ValueRule> rules,
    @Nullable Property element,
    @Nullable Shape members,
    Equivalence equivalence) {
  public Property {
    traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    rules = List.copyOf(rules);
  }

  public static Property string(String name, Trait... traits) {
    return simple(name, Kind.STRING, traits);
  }

  public static Property integer(String name, Trait... traits) {
    return simple(name, Kind.INTEGER, traits);
  }

  public static Property number(String name, Trait... traits) {
    return simple(name, Kind.NUMBER, traits);
  }

  public static Property bool(String name, Trait... traits) {
    return simple(name, Kind.BOOLEAN, traits);
  }

  public static Property archive(String name, Trait... traits) {
    return simple(name, Kind.ARCHIVE, traits);
  }

  /** Bytes of any kind: an asset, or an archive, which is packed. */
  public static Property file(String name, Trait... traits) {
    return simple(name, Kind.FILE, traits);
  }

  /** A string that holds a JSON document. */
  public static Property json(String name, Trait... traits) {
    return string(name, traits).comparedBy(JsonDocument::same).where(ValueRules.json());
  }

  /** A string that holds a policy of IAM or of a resource. */
  public static Property policy(String name, Trait... traits) {
    return string(name, traits).comparedBy(PolicyDocument::same).where(ValueRules.json());
  }

  /** A list of strings. */
  public static Property strings(String name, Trait... traits) {
    return collection(name, Kind.LIST, string(name), traits);
  }

  /** A map from string to string. */
  public static Property stringMap(String name, Trait... traits) {
    return collection(name, Kind.MAP, string(name), traits);
  }

  /** A map from string to number. */
  public static Property numberMap(String name, Trait... traits) {
    return collection(name, Kind.MAP, number(name), traits);
  }

  /** A list of objects. */
  public static Property objects(String name, Shape members, Trait... traits) {
    return collection(name, Kind.LIST, object(name, members), traits);
  }

  public static Property object(String name, Shape members, Trait... traits) {
    return new Property(
        name,
        awsName(name),
        Kind.OBJECT,
        setOf(traits),
        null,
        List.of(),
        null,
        members,
        Equivalence.TEXT);
  }

  /** Says what AWS calls it, where that is another name. */
  public Property called(String nameOfAws) {
    return new Property(
        name, nameOfAws, kind, traits, defaultValue, rules, element, members, equivalence);
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
    return new Property(name, awsName, kind, traits, value, rules, element, members, equivalence);
  }

  /** Says which texts mean the same. */
  public Property comparedBy(Equivalence other) {
    return new Property(name, awsName, kind, traits, defaultValue, rules, element, members, other);
  }

  /** Adds a limit. */
  public Property where(ValueRule rule) {
    List<ValueRule> all = new ArrayList<>(rules);
    all.add(rule);
    return new Property(
        name, awsName, kind, traits, defaultValue, all, element, members, equivalence);
  }

  /** Adds a limit to every element of the list or map. */
  public Property whereEach(ValueRule rule) {
    Property limited = elementOrThrow().where(rule);
    return new Property(
        name, awsName, kind, traits, defaultValue, rules, limited, members, equivalence);
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

  private static Property simple(String name, Kind kind, Trait... traits) {
    return new Property(
        name, awsName(name), kind, setOf(traits), null, List.of(), null, null, Equivalence.TEXT);
  }

  private static Property collection(String name, Kind kind, Property element, Trait... traits) {
    return new Property(
        name, awsName(name), kind, setOf(traits), null, List.of(), element, null, Equivalence.TEXT);
  }

  private static String awsName(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Set<Trait> setOf(Trait... traits) {
    return traits.length == 0 ? Set.of() : EnumSet.copyOf(List.of(traits));
  }
}
