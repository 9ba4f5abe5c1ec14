/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Value;
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

/** Writes each kind of value in the form that the Java SDK reads. */
final class ToProtobuf implements PropertyValue.Visitor<Value> {
  static final ToProtobuf INSTANCE = new ToProtobuf();

  private ToProtobuf() {}

  @Override
  public Value visitNull(Null value) {
    return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
  }

  @Override
  public Value visitBool(Bool value) {
    return Value.newBuilder().setBoolValue(value.value()).build();
  }

  @Override
  public Value visitNum(Num value) {
    return Value.newBuilder().setNumberValue(value.value()).build();
  }

  @Override
  public Value visitText(Text value) {
    return text(value.value());
  }

  @Override
  public Value visitItems(Items value) {
    ListValue.Builder items = ListValue.newBuilder();
    value.values().forEach(item -> items.addValues(item.accept(this)));
    return Value.newBuilder().setListValue(items).build();
  }

  @Override
  public Value visitObj(Obj value) {
    return object(value.properties());
  }

  @Override
  public Value visitSecret(Secret value) {
    return object(SignedForm.of(value));
  }

  @Override
  public Value visitComputed(Computed value) {
    return text(Sentinel.UNKNOWN_STRING);
  }

  @Override
  public Value visitAsset(AssetValue value) {
    return object(SignedForm.of(value.asset()));
  }

  @Override
  public Value visitArchive(ArchiveValue value) {
    return object(SignedForm.of(value.archive()));
  }

  @Override
  public Value visitResourceReference(ResourceReference value) {
    return object(SignedForm.of(value));
  }

  @Override
  public Value visitOutput(OutputValue value) {
    return OutputForm.downgrade(value).accept(this);
  }

  private static Value object(PropertyMap properties) {
    return Value.newBuilder().setStructValue(StructCodec.encode(properties)).build();
  }

  private static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }
}
