/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

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
import java.util.Optional;

/**
 * Copies a value and lets a subclass replace parts of it, at any depth. Where nothing is replaced,
 * the result is the very same object.
 */
public abstract class PropertyRewriter implements PropertyValue.Visitor<PropertyValue> {

  /** Rewrites every property of a map. */
  public final PropertyMap rewrite(PropertyMap properties) {
    boolean changed = false;
    PropertyMap.Builder rewritten = PropertyMap.builder();
    for (Map.Entry<String, PropertyValue> entry : properties.asMap().entrySet()) {
      PropertyValue value = visitMember(entry.getKey(), entry.getValue());
      changed |= value != entry.getValue();
      rewritten.put(entry.getKey(), value);
    }
    return changed ? rewritten.build() : properties;
  }

  /** Rewrites one property of a map; a subclass that needs to know where it is overrides this. */
  protected PropertyValue visitMember(String name, PropertyValue value) {
    return value.accept(this);
  }

  /** Rewrites one element of a list; a subclass that needs to know where it is overrides this. */
  protected PropertyValue visitElement(int index, PropertyValue value) {
    return value.accept(this);
  }

  @Override
  public PropertyValue visitNull(Null value) {
    return value;
  }

  @Override
  public PropertyValue visitBool(Bool value) {
    return value;
  }

  @Override
  public PropertyValue visitNum(Num value) {
    return value;
  }

  @Override
  public PropertyValue visitText(Text value) {
    return value;
  }

  @Override
  public PropertyValue visitItems(Items value) {
    boolean changed = false;
    List<PropertyValue> rewritten = new ArrayList<>(value.values().size());
    for (PropertyValue item : value.values()) {
      PropertyValue element = visitElement(rewritten.size(), item);
      changed |= element != item;
      rewritten.add(element);
    }
    return changed ? new Items(rewritten) : value;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // whether the object is the same is what is asked
  public PropertyValue visitObj(Obj value) {
    PropertyMap rewritten = rewrite(value.properties());
    return rewritten == value.properties() ? value : new Obj(rewritten);
  }

  @Override
  public PropertyValue visitSecret(Secret value) {
    PropertyValue inner = value.value();
    PropertyValue rewritten = inner.accept(this);
    return rewritten == inner ? value : new Secret(rewritten);
  }

  @Override
  public PropertyValue visitComputed(Computed value) {
    return value;
  }

  @Override
  public PropertyValue visitAsset(AssetValue value) {
    return value;
  }

  @Override
  public PropertyValue visitArchive(ArchiveValue value) {
    return value;
  }

  @Override
  public PropertyValue visitResourceReference(ResourceReference value) {
    return value;
  }

  @Override
  public PropertyValue visitOutput(OutputValue value) {
    if (value.value().isEmpty()) {
      return value;
    }
    PropertyValue inner = value.value().get();
    PropertyValue rewritten = inner.accept(this);
    return rewritten == inner
        ? value
        : new OutputValue(Optional.of(rewritten), value.secret(), value.dependencies());
  }
}
