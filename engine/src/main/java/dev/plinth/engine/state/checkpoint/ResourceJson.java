/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A single resource as a checkpoint has it, for reports: it holds no secret. */
public final class ResourceJson {
  private ResourceJson() {}

  /**
   * The resource, in the names of Pulumi's deployment JSON.
   *
   * @throws IllegalArgumentException when it has a secret, which must be masked before
   */
  public static JsonElement of(ResourceState masked) {
    if (masked.inputs().containsSecrets()
        || masked.outputs().containsSecrets()
        || masked.replacementTrigger().filter(PropertyValue::containsSecrets).isPresent()) {
      throw new IllegalArgumentException(masked.urn() + " has a secret that is not masked");
    }
    StringWriter text = new StringWriter();
    try (JsonWriter json = CompactJson.writer(text)) {
      new ResourceWriter(json, null).write(masked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonParser.parseString(text.toString());
  }
}
