/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.wire.MalformedValueException;
import dev.plinth.engine.wire.Sentinel;
import dev.plinth.engine.wire.Signature;
import dev.plinth.engine.wire.SignedForm;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads property values from the JSON of a deployment. */
final class PropertyReader {
  private final @Nullable SecretsSlot slot;

  /**
   * @param slot where secrets find their manager; null inside a secret, whose own secrets are
   *     marked, but not encrypted a second time
   */
  private PropertyReader(@Nullable SecretsSlot slot) {
    this.slot = slot;
  }

  static PropertyReader of(SecretsSlot slot) {
    return new PropertyReader(slot);
  }

  /** Reads the decrypted text of a secret. */
  static PropertyValue readPlain(String json) {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      return new PropertyReader(null).read(reader);
    } catch (IOException | IllegalStateException e) {
      // Without the cause, which may quote the secret.
      throw new MalformedValueException("a secret does not hold JSON");
    }
  }

  /** Reads an object without a signature of its own; JSON's null counts as an empty one. */
  PropertyMap readMap(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> {
        reader.nextNull();
        yield PropertyMap.empty();
      }
      default -> readFields(reader);
    };
  }

  PropertyValue read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> {
        reader.nextNull();
        yield Null.INSTANCE;
      }
      case BOOLEAN -> PropertyValue.of(reader.nextBoolean());
      case NUMBER -> PropertyValue.of(reader.nextDouble());
      case STRING -> readText(reader.nextString());
      case BEGIN_ARRAY -> readItems(reader);
      case BEGIN_OBJECT -> readObject(reader);
      case END_ARRAY, END_OBJECT, END_DOCUMENT, NAME ->
          throw new MalformedJsonException("expected a value at " + reader.getPath());
    };
  }

  private static PropertyValue readText(String text) {
    return Sentinel.isUnknown(text) ? Computed.INSTANCE : PropertyValue.of(text);
  }

  private PropertyValue readItems(JsonReader reader) throws IOException {
    List<PropertyValue> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(read(reader));
    }
    reader.endArray();
    return PropertyValue.of(items);
  }

  private PropertyMap readFields(JsonReader reader) throws IOException {
    PropertyMap.Builder fields = PropertyMap.builder();
    reader.beginObject();
    while (reader.hasNext()) {
      fields.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return fields.build();
  }

  private PropertyValue readObject(JsonReader reader) throws IOException {
    PropertyMap fields = readFields(reader);
    return Signature.of(fields).equals(Optional.of(Signature.SECRET))
        ? readSecret(fields)
        : SignedForm.read(fields);
  }

  private Secret readSecret(PropertyMap fields) {
    Optional<String> ciphertext = fields.text("ciphertext").filter(text -> !text.isEmpty());
    Optional<String> plaintext = fields.text("plaintext").filter(text -> !text.isEmpty());
    if (ciphertext.isPresent() == plaintext.isPresent()) {
      throw new MalformedValueException("a secret has not exactly one of ciphertext and plaintext");
    }
    if (plaintext.isPresent()) {
      return new Secret(readPlain(plaintext.get()));
    }
    return slot == null
        ? new Secret(readPlain(ciphertext.get()))
        : new Secret(new StoredSecret(ciphertext.get(), slot));
  }
}
