/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.ArbitraryValues;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instancio.Instancio;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(InstancioExtension.class)
final class StructCodecTest {
  private static final Urn QUEUE =
      Urn.of("dev", "shop", Optional.empty(), "aws:sqs/queue:Queue", "jobs");

  @RepeatedTest(200)
  void whatIsWrittenReadsBackEqual() {
    PropertyMap properties = new ArbitraryValues(Instancio.create(Long.class)).map();

    assertThat(StructCodec.decode(StructCodec.encode(properties))).isEqualTo(properties);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"
      })
  void readsEverySentinelAsUnknownAndWritesTheOneOfStrings(String sentinel) {
    PropertyMap decoded = StructCodec.decode(struct("size", text(sentinel)));

    assertThat(decoded.get("size")).contains(Computed.INSTANCE);
    assertThat(StructCodec.encode(decoded).getFieldsOrThrow("size").getStringValue())
        .isEqualTo("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  }

  @Test
  void aStringThatOnlyLooksLikeASentinelStaysAString() {
    Value uuid = text("04da6b54-80e4-46f7-96ec-b56ff0331bab");

    assertThat(StructCodec.decode(struct("size", uuid)).text("size"))
        .contains("04da6b54-80e4-46f7-96ec-b56ff0331bab");
  }

  @Test
  void dropsNullEntriesOfMapsAndKeepsThoseOfLists() {
    Value none = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    Value list = Value.newBuilder().setListValue(ListValue.newBuilder().addValues(none)).build();
    Struct struct =
        Struct.newBuilder()
            .putFields("gone", none)
            .putFields("list", list)
            .putFields("map", object(struct("gone", none)))
            .build();

    assertThat(StructCodec.decode(struct))
        .isEqualTo(
            PropertyMap.builder()
                .put("list", PropertyValue.of(List.of(Null.INSTANCE)))
                .put("map", PropertyMap.empty())
                .build());
  }

  @Test
  void aSecretMayHoldNull() {
    PropertyMap properties = PropertyMap.of("password", new Secret(Null.INSTANCE));

    assertThat(StructCodec.decode(StructCodec.encode(properties))).isEqualTo(properties);
  }

  @Test
  void readsAnOutputValueWithItsDependencies() {
    Struct sent =
        Struct.newBuilder()
            .putFields(Signature.KEY, text("d0e6a833031e9bbcd3f4e8bde6ca49a4"))
            .putFields("value", text("jobs"))
            .putFields("secret", Value.newBuilder().setBoolValue(true).build())
            .putFields(
                "dependencies",
                Value.newBuilder()
                    .setListValue(ListValue.newBuilder().addValues(text(QUEUE.text())))
                    .build())
            .build();

    assertThat(StructCodec.decode(struct("name", object(sent))).get("name"))
        .contains(new OutputValue(Optional.of(PropertyValue.of("jobs")), true, Set.of(QUEUE)));
  }

  @Test
  void neverSendsAnOutputValue() {
    PropertyMap outputs =
        PropertyMap.builder()
            .put("known", output(Optional.of(PropertyValue.of("a")), false))
            .put("secret", output(Optional.of(PropertyValue.of("b")), true))
            .put("unknown", output(Optional.empty(), true))
            .build();

    PropertyMap received = StructCodec.decode(StructCodec.encode(outputs));

    assertThat(received)
        .isEqualTo(
            PropertyMap.builder()
                .put("known", "a")
                .put("secret", new Secret(PropertyValue.of("b")))
                .put("unknown", Computed.INSTANCE)
                .build());
  }

  @Test
  void anAssetTravelsWithItsHash() {
    AssetValue asset = new AssetValue(new Asset.FileAsset("app.jar", Optional.of("c0ffee")));

    Struct sent = StructCodec.encode(PropertyMap.of("code", asset));

    Struct fields = sent.getFieldsOrThrow("code").getStructValue();
    assertThat(fields.getFieldsOrThrow(Signature.KEY).getStringValue())
        .isEqualTo("c44067f5952c0a294b673a41bacd8c17");
    assertThat(fields.getFieldsOrThrow("path").getStringValue()).isEqualTo("app.jar");
    assertThat(fields.getFieldsOrThrow("hash").getStringValue()).isEqualTo("c0ffee");
  }

  @Test
  void anUnknownSignatureIsRefusedWithTheProperty() {
    Struct strange = struct(Signature.KEY, text("ffff"));

    assertThatThrownBy(
            () -> StructCodec.decode(struct("outer", object(struct("in", object(strange))))))
        .isInstanceOf(MalformedValueException.class)
        .hasMessage("property outer: property in: an object has a signature that is not known");
  }

  @Test
  void aSecretWithoutValueIsRefused() {
    Struct broken = struct(Signature.KEY, text("1b47061264138c4ac30d75fd1eb44270"));

    assertThatThrownBy(() -> StructCodec.decode(struct("password", object(broken))))
        .isInstanceOf(MalformedValueException.class)
        .hasMessage("property password: a secret has no value");
  }

  private static OutputValue output(Optional<PropertyValue> value, boolean secret) {
    return new OutputValue(value, secret, Set.of(QUEUE));
  }

  private static Struct struct(String name, Value value) {
    return Struct.newBuilder().putFields(name, value).build();
  }

  private static Value object(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }

  private static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }
}
