/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets and other sensitive values out of what AWS says: its validation messages repeat the
 * value that they refuse.
 */
public final class Redaction {
  private static final String MASK = "[secret]";

  /** Shorter values would blank out half of any message, and are guessed as easily. */
  private static final int SHORTEST = 3;

  private final Shape shape;
  private final PropertyMap[] sources;

  /**
   * Keeps what stands in the sources; they are searched only when there is a message to clean.
   *
   * @param sources inputs and outputs of the resource
   */
  public Redaction(Shape shape, PropertyMap... sources) {
    this.shape = shape;
    this.sources = sources.clone();
  }

  String clean(String message) {
    TreeSet<String> hidden =
        new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(text -> text));
    for (PropertyMap source : sources) {
      collect(shape, source, hidden);
    }
    String cleaned = message;
    for (String text : hidden) {
      cleaned = cleaned.replace(text, MASK);
    }
    return cleaned;
  }

  private static void collect(Shape shape, PropertyMap source, Set<String> hidden) {
    source.asMap().forEach((name, value) -> collect(shape.property(name), value, false, hidden));
  }

  private static void collect(
      @Nullable Property property, PropertyValue value, boolean hide, Set<String> hidden) {
    boolean hides = hide || (property != null && property.is(Trait.SENSITIVE));
    if (value instanceof Secret secret) {
      collect(property, secret.value(), true, hidden);
    } else if (value instanceof Text text) {
      if (hides && text.value().length() >= SHORTEST) {
        hidden.add(text.value());
      }
    } else if (value instanceof Items items) {
      items.values().forEach(item -> collect(null, item, hides, hidden));
    } else if (value instanceof Obj object) {
      Shape members = property == null ? null : property.members();
      object
          .properties()
          .asMap()
          .forEach(
              (name, member) ->
                  collect(members == null ? null : members.property(name), member, hides, hidden));
    }
  }
}
