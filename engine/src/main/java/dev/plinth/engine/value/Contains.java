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

/** Looks for one kind of value at any depth. */
enum Contains implements PropertyValue.Visitor<Boolean> {
  UNKNOWN,
  SECRET;

  @Override
  public Boolean visitNull(Null value) {
    return false;
  }

  @Override
  public Boolean visitBool(Bool value) {
    return false;
  }

  @Override
  public Boolean visitNum(Num value) {
    return false;
  }

  @Override
  public Boolean visitText(Text value) {
    return false;
  }

  @Override
  public Boolean visitItems(Items value) {
    return value.values().stream().anyMatch(item -> item.accept(this));
  }

  @Override
  public Boolean visitObj(Obj value) {
    return value.properties().values().stream().anyMatch(item -> item.accept(this));
  }

  @Override
  public Boolean visitSecret(Secret value) {
    return this == SECRET || value.value().accept(this);
  }

  @Override
  public Boolean visitComputed(Computed value) {
    return this == UNKNOWN;
  }

  @Override
  public Boolean visitAsset(AssetValue value) {
    return false;
  }

  @Override
  public Boolean visitArchive(ArchiveValue value) {
    return false;
  }

  @Override
  public Boolean visitResourceReference(ResourceReference value) {
    return value.id().map(id -> id.accept(this)).orElse(false);
  }

  @Override
  public Boolean visitOutput(OutputValue value) {
    return switch (this) {
      case UNKNOWN -> value.value().map(inner -> inner.accept(this)).orElse(true);
      case SECRET -> value.secret() || value.value().map(inner -> inner.accept(this)).orElse(false);
    };
  }
}
