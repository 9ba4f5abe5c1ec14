/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.plinth.aws.schema.Kind;
import dev.plinth.aws.schema.Property;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the form in which Pulumi sends provider configuration: everything that is no string arrives
 * as a string of JSON. Values that arrive as what they are pass through.
 */
final class WireConfig {
  /** The unknown string, as it stands inside JSON that a preview encoded. */
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** Of the engine rather than of the provider. */
  private static final Set<String> ENGINE_KEYS = Set.of("version", "pluginDownloadURL");

  private WireConfig() {}

  /** The configuration with every value in its own kind, without the engine's own keys. */
  static PropertyMap decode(PropertyMap config) {
    PropertyMap.Builder decoded = PropertyMap.builder();
    for (Map.Entry<String, PropertyValue> entry : config.asMap().entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith("__") && !ENGINE_KEYS.contains(name)) {
        Property property = ConfigSchema.SHAPE.property(name);
        Kind kind = property == null ? Kind.STRING : property.kind();
        PropertyValue value = entry.getValue();
        decoded.put(name, kind == Kind.STRING ? value : decode(kind, value));
      }
    }
    return decoded.build();
  }

  private static PropertyValue decode(Kind kind, PropertyValue value) {
    if (value instanceof Secret secret) {
      return new Secret(decode(kind, secret.value()));
    }
    if (value instanceof OutputValue output) {
      PropertyValue inner = decode(kind, output.value().orElse(Computed.INSTANCE));
      return output.secret() ? new Secret(inner) : inner;
    }
    if (!(value instanceof Text text)) {
      return value;
    }
    return switch (kind) {
      case BOOLEAN -> bool(text);
      case INTEGER -> number(text);
      default -> json(text);
    };
  }

  private static PropertyValue bool(Text text) {
    return switch (text.value()) {
      case "true", "1" -> PropertyValue.of(true);
      case "false", "0" -> PropertyValue.of(false);
      default -> unknownOr(text);
    };
  }

  private static PropertyValue number(Text text) {
    try {
      return PropertyValue.of(Double.parseDouble(text.value()));
    } catch (NumberFormatException e) {
      return unknownOr(text); // check reports the wrong kind with its path
    }
  }

  private static PropertyValue json(Text text) {
    try {
      JsonElement parsed = JsonParser.parseString(text.value());
      return parsed.isJsonPrimitive() ? unknownOr(text) : value(parsed);
    } catch (JsonParseException e) {
      return unknownOr(text);
    }
  }

  private static PropertyValue unknownOr(Text text) {
    return text.value().equals(UNKNOWN) ? Computed.INSTANCE : text;
  }

  private static PropertyValue value(JsonElement element) {
    if (element instanceof JsonArray array) {
      List<PropertyValue> values = new ArrayList<>();
      array.forEach(item -> values.add(value(item)));
      return PropertyValue.of(values);
    }
    if (element instanceof JsonObject object) {
      PropertyMap.Builder properties = PropertyMap.builder();
      object.entrySet().forEach(entry -> properties.put(entry.getKey(), value(entry.getValue())));
      return PropertyValue.of(properties.build());
    }
    return element instanceof JsonPrimitive primitive ? scalar(primitive) : Null.INSTANCE;
  }

  private static PropertyValue scalar(JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return PropertyValue.of(primitive.getAsBoolean());
    }
    if (primitive.isNumber()) {
      return PropertyValue.of(primitive.getAsDouble());
    }
    return unknownOr(new Text(primitive.getAsString()));
  }
}
