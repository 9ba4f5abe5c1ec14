/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.secret.SecretsManager;
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
import dev.plinth.engine.wire.NonFiniteForm;
import dev.plinth.engine.wire.Sentinel;
import dev.plinth.engine.wire.Signature;
import dev.plinth.engine.wire.SignedForm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes property values into the JSON of a deployment; secrets are encrypted on the way. */
final class PropertyWriter implements PropertyValue.Visitor<JsonWriter> {
  /** Up to here every whole number is exact, and is written without a fraction or an exponent. */
  private static final double MAX_EXACT_INTEGER = 1L << 53;

  private final JsonWriter json;
  private final @Nullable SecretsManager secrets;

  /**
   * @param secrets null inside a secret, whose own secrets are marked, but not encrypted again
   */
  PropertyWriter(JsonWriter json, @Nullable SecretsManager secrets) {
    this.json = json;
    this.secrets = secrets;
  }

  /**
   * @throws UncheckedIOException when what is behind the writer cannot be written
   */
  void write(PropertyMap properties) throws IOException {
    json.beginObject();
    properties
        .asMap()
        .forEach(
            (name, value) -> {
              name(name);
              value.accept(this);
            });
    json.endObject();
  }

  @Override
  public JsonWriter visitNull(Null value) {
    return run(json::nullValue);
  }

  @Override
  public JsonWriter visitBool(Bool value) {
    return run(() -> json.value(value.value()));
  }

  @Override
  public JsonWriter visitNum(Num value) {
    double number = value.value();
    if (!Double.isFinite(number)) {
      return run(() -> write(NonFiniteForm.of(number)));
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) <= MAX_EXACT_INTEGER;
    boolean negativeZero = number == 0 && 1 / number < 0;
    return whole && !negativeZero
        ? run(() -> json.value((long) number))
        : run(() -> json.value(number));
  }

  @Override
  public JsonWriter visitText(Text value) {
    return run(() -> json.value(value.value()));
  }

  @Override
  public JsonWriter visitItems(Items value) {
    run(json::beginArray);
    value.values().forEach(item -> item.accept(this));
    return run(json::endArray);
  }

  @Override
  public JsonWriter visitObj(Obj value) {
    return run(() -> write(value.properties()));
  }

  @Override
  public JsonWriter visitSecret(Secret value) {
    String ciphertext = secrets == null ? plain(value.value()) : encrypted(value, secrets);
    return run(
        () ->
            json.beginObject()
                .name(Signature.KEY)
                .value(Signature.SECRET.text())
                .name("ciphertext")
                .value(ciphertext)
                .endObject());
  }

  @Override
  public JsonWriter visitComputed(Computed value) {
    return run(() -> json.value(Sentinel.UNKNOWN_STRING));
  }

  @Override
  public JsonWriter visitAsset(AssetValue value) {
    return run(() -> write(SignedForm.of(value.asset())));
  }

  @Override
  public JsonWriter visitArchive(ArchiveValue value) {
    return run(() -> write(SignedForm.of(value.archive())));
  }

  @Override
  public JsonWriter visitResourceReference(ResourceReference value) {
    return run(() -> write(SignedForm.of(value)));
  }

  /** State holds no output values: their dependencies are those of the resource. */
  @Override
  public JsonWriter visitOutput(OutputValue value) {
    return SignedForm.withoutDependencies(value).accept(this);
  }

  private static String encrypted(Secret secret, SecretsManager secrets) {
    return secret.sealed().orElse(null) instanceof StoredSecret stored && stored.isOf(secrets)
        ? stored.ciphertext()
        : secrets.encrypt(plain(secret.value()));
  }

  private static String plain(PropertyValue value) {
    StringWriter text = new StringWriter();
    JsonWriter writer = CompactJson.writer(text);
    value.accept(new PropertyWriter(writer, null));
    return text.toString();
  }

  private void name(String name) {
    run(() -> json.name(name));
  }

  private JsonWriter run(Output output) {
    try {
      output.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json;
  }

  /** A call of the JSON writer. */
  @FunctionalInterface
  private interface Output {
    void write() throws IOException;
  }
}
