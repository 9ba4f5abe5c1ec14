/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a resource type or of an object inside one, what they demand of each other, and
 * the inputs that are known and refused.
 */
public final class Shape {
  private final Map<String, Property> properties;
  private final Map<String, String> refused;
  private final List<Constraint> constraints;
  private final String unknown;

  private Shape(
      Map<String, Property> properties,
      Map<String, String> refused,
      List<Constraint> constraints,
      String unknown) {
    this.unknown = unknown;
    this.properties = properties;
    this.refused = refused;
    this.constraints = constraints;
  }

  public static Shape of(Property... properties) {
    return new Shape(Map.of(), Map.of(), List.of(), "There is no property of this name.")
        .and(properties);
  }

  /** Adds properties. */
  public Shape and(Property... more) {
    LinkedHashMap<String, Property> byName = new LinkedHashMap<>(properties);
    for (Property property : more) {
      if (byName.put(property.name(), property) != null) {
        throw new IllegalStateException("property " + property.name() + " is declared twice");
      }
    }
    return new Shape(byName, refused, constraints, unknown);
  }

  /** Refuses an input that Pulumi's class has, for a reason that the user is told. */
  public Shape refusing(String name, String reason) {
    LinkedHashMap<String, String> all = new LinkedHashMap<>(refused);
    all.put(name, reason);
    return new Shape(properties, all, constraints, unknown);
  }

  public Shape demanding(Constraint constraint) {
    List<Constraint> all = new ArrayList<>(constraints);
    all.add(constraint);
    return new Shape(properties, refused, all, unknown);
  }

  /** Says in other words why any other name is refused. */
  public Shape refusingOthers(String reason) {
    return new Shape(properties, refused, constraints, reason);
  }

  String reasonForUnknown() {
    return unknown;
  }

  /** In the order of declaration. */
  public Collection<Property> properties() {
    return Collections.unmodifiableCollection(properties.values());
  }

  public @Nullable Property property(String name) {
    return properties.get(name);
  }

  /** Names of refused inputs with the reasons. */
  public Map<String, String> refused() {
    return Collections.unmodifiableMap(refused);
  }

  public List<Constraint> constraints() {
    return Collections.unmodifiableList(constraints);
  }

  /** Whether a change anywhere inside replaces the resource. */
  boolean holdsReplacing() {
    return properties.values().stream()
        .anyMatch(
            property ->
                property.is(Trait.REPLACES)
                    || (property.members() != null && property.members().holdsReplacing()));
  }
}
