/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from property name to value, kept in name order so that everything made from it
 * is stable. The typed accessors look through {@link PropertyValue.Secret} and answer empty for an
 * absent, null or unknown property and for one of another kind.
 */
public final class PropertyMap {
  private static final PropertyMap EMPTY = new PropertyMap(new TreeMap<>());

  private final SortedMap<String, PropertyValue> entries;

  private PropertyMap(SortedMap<String, PropertyValue> entries) {
    this.entries = entries;
  }

  public static PropertyMap empty() {
    return EMPTY;
  }

  public static PropertyMap of(Map<String, ? extends PropertyValue> entries) {
    return entries.isEmpty() ? EMPTY : new PropertyMap(new TreeMap<>(entries));
  }

  public static PropertyMap of(String name, PropertyValue value) {
    return of(Map.of(name, value));
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    return new Builder().putAll(this);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  public Collection<PropertyValue> values() {
    return Collections.unmodifiableCollection(entries.values());
  }

  public Map<String, PropertyValue> asMap() {
    return Collections.unmodifiableMap(entries);
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The value as it stands, secret wrapper included. */
  public Optional<PropertyValue> get(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Whether the property is present, not null and not entirely unknown. */
  public boolean isKnown(String name) {
    PropertyValue value = revealed(name);
    return value != null && !(value instanceof Null) && !(value instanceof PropertyValue.Computed);
  }

  public Optional<String> text(String name) {
    return revealed(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  public Optional<Double> number(String name) {
    return revealed(name) instanceof Num num ? Optional.of(num.value()) : Optional.empty();
  }

  public Optional<Integer> integer(String name) {
    return number(name).map(Double::intValue);
  }

  public Optional<Boolean> bool(String name) {
    return revealed(name) instanceof Bool bool ? Optional.of(bool.value()) : Optional.empty();
  }

  public Optional<PropertyMap> object(String name) {
    return revealed(name) instanceof Obj obj ? Optional.of(obj.properties()) : Optional.empty();
  }

  public Optional<List<PropertyValue>> list(String name) {
    return revealed(name) instanceof Items items ? Optional.of(items.values()) : Optional.empty();
  }

  /** The strings of a list; elements of other kinds, unknowns included, are left out. */
  public Optional<List<String>> texts(String name) {
    return list(name)
        .map(
            values ->
                values.stream()
                    .map(PropertyValue::withoutSecrets)
                    .filter(Text.class::isInstance)
                    .map(value -> ((Text) value).value())
                    .toList());
  }

  /** The strings of an object; entries of other kinds are left out. */
  public Optional<Map<String, String>> textMap(String name) {
    return object(name)
        .map(
            properties -> {
              TreeMap<String, String> texts = new TreeMap<>();
              for (String key : properties.names()) {
                properties.text(key).ifPresent(value -> texts.put(key, value));
              }
              return Collections.unmodifiableMap(texts);
            });
  }

  public PropertyMap with(String name, PropertyValue value) {
    return toBuilder().put(name, value).build();
  }

  public PropertyMap without(String name) {
    if (!has(name)) {
      return this;
    }
    TreeMap<String, PropertyValue> copy = new TreeMap<>(entries);
    copy.remove(name);
    return of(copy);
  }

  /** Every value replaced by what the function makes of it. */
  public PropertyMap map(UnaryOperator<PropertyValue> function) {
    TreeMap<String, PropertyValue> mapped = new TreeMap<>();
    entries.forEach((name, value) -> mapped.put(name, function.apply(value)));
    return of(mapped);
  }

  public boolean containsUnknowns() {
    return values().stream().anyMatch(PropertyValue::containsUnknowns);
  }

  public boolean containsSecrets() {
    return values().stream().anyMatch(PropertyValue::containsSecrets);
  }

  public PropertyMap withoutSecrets() {
    return RevealSecrets.INSTANCE.rewrite(this);
  }

  private @Nullable PropertyValue revealed(String name) {
    PropertyValue value = entries.get(name);
    return value instanceof PropertyValue.Secret || value instanceof PropertyValue.OutputValue
        ? value.withoutSecrets()
        : value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PropertyMap that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects entries; a later one of the same name replaces the earlier. */
  public static final class Builder {
    private final TreeMap<String, PropertyValue> entries = new TreeMap<>();

    private Builder() {}

    public Builder put(String name, PropertyValue value) {
      entries.put(name, value);
      return this;
    }

    public Builder put(String name, String value) {
      return put(name, PropertyValue.of(value));
    }

    public Builder put(String name, double value) {
      return put(name, PropertyValue.of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, PropertyValue.of(value));
    }

    public Builder put(String name, PropertyMap value) {
      return put(name, PropertyValue.of(value));
    }

    public Builder putTexts(String name, Collection<String> values) {
      return put(name, PropertyValue.of(values.stream().map(PropertyValue::of).toList()));
    }

    public Builder putTextMap(String name, Map<String, String> values) {
      TreeMap<String, PropertyValue> texts = new TreeMap<>();
      values.forEach((key, value) -> texts.put(key, PropertyValue.of(value)));
      return put(name, PropertyMap.of(texts));
    }

    /** Puts the value when there is one. */
    public Builder putIfPresent(String name, Optional<PropertyValue> value) {
      value.ifPresent(present -> put(name, present));
      return this;
    }

    public Builder putAll(PropertyMap other) {
      entries.putAll(other.entries);
      return this;
    }

    public PropertyMap build() {
      return of(entries);
    }
  }
}
