/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plinth.engine.event.SecretMask;
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
import dev.plinth.engine.wire.Sentinel;

/** Values as plain JSON, for programs to read: secrets masked, unknowns as Pulumi's sentinel. */
public enum ValueJson implements PropertyValue.Visitor<JsonElement> {
  INSTANCE;

  private static final JsonElement MASKED = new JsonPrimitive(SecretMask.MASK);
  private static final JsonElement UNKNOWN = new JsonPrimitive(Sentinel.UNKNOWN_STRING);

  /** An object with a member for each property. */
  public static JsonObject of(PropertyMap properties) {
    JsonObject object = new JsonObject();
    properties.asMap().forEach((name, value) -> object.add(name, value.accept(INSTANCE)));
    return object;
  }

  @Override
  public JsonElement visitNull(Null value) {
    return JsonNull.INSTANCE;
  }

  @Override
  public JsonElement visitBool(Bool value) {
    return new JsonPrimitive(value.value());
  }

  @Override
  public JsonElement visitNum(Num value) {
    double number = value.value();
    if (Numbers.isInteger(number)) {
      return new JsonPrimitive((long) number);
    }
    return Double.isFinite(number)
        ? new JsonPrimitive(number)
        : new JsonPrimitive(Double.toString(number));
  }

  @Override
  public JsonElement visitText(Text value) {
    return new JsonPrimitive(value.value());
  }

  @Override
  public JsonElement visitItems(Items value) {
    JsonArray array = new JsonArray();
    value.values().forEach(item -> array.add(item.accept(this)));
    return array;
  }

  @Override
  public JsonElement visitObj(Obj value) {
    return of(value.properties());
  }

  @Override
  public JsonElement visitSecret(Secret value) {
    return MASKED;
  }

  @Override
  public JsonElement visitComputed(Computed value) {
    return UNKNOWN;
  }

  @Override
  public JsonElement visitAsset(AssetValue value) {
    return new JsonPrimitive(ValueText.of(value));
  }

  @Override
  public JsonElement visitArchive(ArchiveValue value) {
    return new JsonPrimitive(ValueText.of(value));
  }

  @Override
  public JsonElement visitResourceReference(ResourceReference value) {
    return new JsonPrimitive(value.urn().text());
  }

  @Override
  public JsonElement visitOutput(OutputValue value) {
    if (value.secret()) {
      return MASKED;
    }
    return value.value().map(inner -> inner.accept(this)).orElse(UNKNOWN);
  }
}
