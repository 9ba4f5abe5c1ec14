/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Leads to a value inside an object, in Pulumi's notation: {@code a.b[0]["quoted key"]}, with
 * {@code *} for any name or index.
 */
public final class PropertyPath {
  private static final String WILDCARD = "*";

  private final List<String> segments;

  private PropertyPath(List<String> segments) {
    this.segments = List.copyOf(segments);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when a bracket or a quote is not closed, or the path is empty
   */
  public static PropertyPath parse(String text) {
    List<String> segments = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      char next = text.charAt(position);
      if (next == '.') {
        position++;
      } else if (next == '[') {
        position = readBracket(text, position, segments);
      } else {
        int end = position;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
          end++;
        }
        segments.add(text.substring(position, end));
        position = end;
      }
    }
    if (segments.isEmpty() || text.startsWith(".")) {
      throw new IllegalArgumentException("not a property path: '" + text + "'");
    }
    return new PropertyPath(segments);
  }

  private static int readBracket(String text, int open, List<String> segments) {
    boolean quoted = open + 1 < text.length() && text.charAt(open + 1) == '"';
    String closing = quoted ? "\"]" : "]";
    int start = quoted ? open + 2 : open + 1;
    int end = text.indexOf(closing, start);
    if (end < 0) {
      throw new IllegalArgumentException("missing " + closing + " in property path: " + text);
    }
    segments.add(text.substring(start, end));
    return end + closing.length();
  }

  /** The names, indices, quoted keys and wildcards on the way, in order. */
  public List<String> segments() {
    return segments;
  }

  /**
   * Whether this path names the other one, or something that holds it: {@code a} and {@code a.*}
   * both match {@code a.b}.
   */
  public boolean matches(PropertyPath other) {
    if (segments.size() > other.segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String mine = segments.get(i);
      if (!mine.equals(WILDCARD) && !mine.equals(other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The new object with what this path leads to set to what the old object has there; what the old
   * object lacks is removed.
   */
  public PropertyMap reset(PropertyMap olds, PropertyMap news) {
    PropertyValue reset = reset(Optional.of(PropertyValue.of(olds)), PropertyValue.of(news), 0);
    return reset instanceof Obj obj ? obj.properties() : news;
  }

  private @Nullable PropertyValue reset(
      Optional<PropertyValue> old, @Nullable PropertyValue now, int depth) {
    if (depth == segments.size()) {
      return old.orElse(null);
    }
    Optional<PropertyValue> revealed = old.map(PropertyPath::reveal);
    if (now == null) {
      return null;
    }
    PropertyValue current = reveal(now);
    if (current instanceof Obj obj) {
      return resetIn(obj, revealed, depth);
    }
    if (current instanceof Items items) {
      return resetIn(items, revealed, depth);
    }
    return now;
  }

  private PropertyValue resetIn(Obj now, Optional<PropertyValue> old, int depth) {
    PropertyMap olds =
        old.orElse(now) instanceof Obj obj && old.isPresent()
            ? obj.properties()
            : PropertyMap.empty();
    TreeMap<String, PropertyValue> entries = new TreeMap<>(now.properties().asMap());
    String segment = segments.get(depth);
    List<String> names = new ArrayList<>();
    if (segment.equals(WILDCARD)) {
      names.addAll(entries.keySet());
      names.addAll(olds.names());
    } else {
      names.add(segment);
    }
    for (String name : names) {
      PropertyValue value = reset(olds.get(name), entries.get(name), depth + 1);
      if (value == null) {
        entries.remove(name);
      } else {
        entries.put(name, value);
      }
    }
    return PropertyValue.of(PropertyMap.of(entries));
  }

  private PropertyValue resetIn(Items now, Optional<PropertyValue> old, int depth) {
    List<PropertyValue> olds =
        old.isPresent() && old.get() instanceof Items items ? items.values() : List.of();
    String segment = segments.get(depth);
    List<PropertyValue> values = new ArrayList<>();
    for (int i = 0; i < now.values().size(); i++) {
      PropertyValue value = now.values().get(i);
      boolean named = segment.equals(WILDCARD) || segment.equals(Integer.toString(i));
      if (!named) {
        values.add(value);
        continue;
      }
      Optional<PropertyValue> former =
          i < olds.size() ? Optional.of(olds.get(i)) : Optional.empty();
      PropertyValue result = reset(former, value, depth + 1);
      values.add(result == null ? value : result);
    }
    return PropertyValue.of(values);
  }

  private static PropertyValue reveal(PropertyValue value) {
    return value instanceof Secret secret ? secret.value() : value;
  }
}
