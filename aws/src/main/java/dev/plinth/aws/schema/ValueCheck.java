/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks one value's kind and limits; what is not known yet passes. */
final class ValueCheck {
  private final ObjectCheck objects;
  private final Findings findings;

  ValueCheck(ObjectCheck objects, Findings findings) {
    this.objects = objects;
    this.findings = findings;
  }

  /** The value as it will be used: nested defaults filled in, references turned into ids. */
  PropertyValue check(
      Property property, String path, PropertyValue value, @Nullable PropertyValue old) {
    if (value instanceof Secret secret) {
      return secretOf(check(property, path, secret.value(), old));
    }
    if (value instanceof OutputValue output) {
      PropertyValue inner = output.value().orElse(Computed.INSTANCE);
      PropertyValue checked = check(property, path, inner, old);
      return output.secret() ? secretOf(checked) : checked;
    }
    if (value instanceof ResourceReference reference && reference.id().isPresent()) {
      return check(property, path, reference.id().get(), old);
    }
    if (value instanceof Computed) {
      return value;
    }
    return known(property, path, value, old == null ? null : plain(old));
  }

  private PropertyValue known(
      Property property, String path, PropertyValue value, @Nullable PropertyValue old) {
    if (!isOfKind(property.kind(), value)) {
      findings.add(
          path, "It must be " + property.kind().described() + ", not " + named(value) + ".");
      return value;
    }
    PropertyValue checked =
        switch (property.kind()) {
          case LIST -> list(property, path, (Items) value);
          case MAP -> map(property, path, (Obj) value);
          case OBJECT -> object(property, path, (Obj) value, old);
          default -> value;
        };
    limits(property, path, checked);
    return checked;
  }

  private void limits(Property property, String path, PropertyValue value) {
    for (ValueRule rule : property.rules()) {
      String violation = rule.violation(value);
      if (violation != null) {
        findings.add(path, violation);
      }
    }
  }

  private PropertyValue list(Property property, String path, Items items) {
    List<PropertyValue> checked = new ArrayList<>(items.values().size());
    for (int i = 0; i < items.values().size(); i++) {
      PropertyValue item = items.values().get(i);
      checked.add(check(property.elementOrThrow(), Paths.index(path, i), item, null));
    }
    return new Items(checked);
  }

  private PropertyValue map(Property property, String path, Obj object) {
    TreeMap<String, PropertyValue> checked = new TreeMap<>();
    for (Map.Entry<String, PropertyValue> entry : object.properties().asMap().entrySet()) {
      if (!(entry.getValue() instanceof Null)) {
        String at = Paths.member(path, entry.getKey());
        checked.put(entry.getKey(), check(property.elementOrThrow(), at, entry.getValue(), null));
      }
    }
    return PropertyValue.of(PropertyMap.of(checked));
  }

  private PropertyValue object(
      Property property, String path, Obj object, @Nullable PropertyValue old) {
    PropertyMap olds = old instanceof Obj before ? before.properties() : PropertyMap.empty();
    ObjectCheck.Checked checked =
        objects.check(property.membersOrThrow(), path, object.properties(), olds);
    return PropertyValue.of(
        checked.defaults().isEmpty()
            ? checked.inputs()
            : checked.inputs().toBuilder()
                .putTexts(ResourceSchema.DEFAULTS, checked.defaults())
                .build());
  }

  private static boolean isOfKind(Kind kind, PropertyValue value) {
    return switch (kind) {
      case STRING -> value instanceof Text;
      case INTEGER -> value instanceof Num num && num.value() == Math.rint(num.value());
      case NUMBER -> value instanceof Num;
      case BOOLEAN -> value instanceof Bool;
      case LIST -> value instanceof Items;
      case MAP, OBJECT -> value instanceof Obj;
      case ARCHIVE -> value instanceof ArchiveValue;
      case FILE -> value instanceof AssetValue || value instanceof ArchiveValue;
    };
  }

  private static String named(PropertyValue value) {
    return value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static PropertyValue secretOf(PropertyValue value) {
    return value instanceof Secret ? value : new Secret(value);
  }

  private static PropertyValue plain(PropertyValue value) {
    return value instanceof Secret secret ? plain(secret.value()) : value;
  }
}
