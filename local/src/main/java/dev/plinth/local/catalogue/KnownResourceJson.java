/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plinth.local.store.LocalAccountException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Known resources as JSON objects: {@code kind}, {@code id}, and every further key an attribute.
 */
final class KnownResourceJson {
  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String ASSUMED_BY = "assumedBy";

  private KnownResourceJson() {}

  static String line(KnownResource resource) {
    JsonObject object = new JsonObject();
    object.addProperty(KIND, resource.kind().word());
    object.addProperty(ID, resource.id());
    new TreeMap<>(resource.attributes()).forEach(object::addProperty);
    resource.assumedBy().ifPresent(call -> object.addProperty(ASSUMED_BY, call));
    return object.toString();
  }

  static KnownResource ofLine(String line, String source) {
    try {
      return resource(JsonParser.parseString(line), source);
    } catch (JsonParseException e) {
      throw new LocalAccountException(source + " is damaged: a line is not JSON", e);
    }
  }

  /**
   * Reads {@code {"resources": [{"kind": …, "id": …}]}}; a file that is not there declares none.
   */
  static List<KnownResource> readFile(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonElement document = JsonParser.parseReader(reader);
      JsonElement list =
          document.isJsonObject() ? document.getAsJsonObject().get("resources") : null;
      if (list == null || !list.isJsonArray()) {
        throw new LocalAccountException(
            file + ": expected an object with a list \"resources\" of {\"kind\", \"id\"} objects");
      }
      List<KnownResource> resources = new ArrayList<>();
      for (JsonElement element : list.getAsJsonArray()) {
        resources.add(resource(element, file + ", resource " + (resources.size() + 1)));
      }
      return resources;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | JsonParseException e) {
      throw new LocalAccountException("Cannot read " + file + " as JSON: " + e.getMessage(), e);
    }
  }

  private static KnownResource resource(JsonElement element, String source) {
    if (!element.isJsonObject()) {
      throw new LocalAccountException(source + ": expected an object with \"kind\" and \"id\"");
    }
    Map<String, String> members = new TreeMap<>();
    element
        .getAsJsonObject()
        .asMap()
        .forEach(
            (name, value) -> {
              if (!value.isJsonPrimitive()) {
                throw new LocalAccountException(source + ": \"" + name + "\" must be a string");
              }
              members.put(name, value.getAsString());
            });
    ResourceKind kind = kind(members.remove(KIND), source);
    String id = members.remove(ID);
    if (id == null || id.isEmpty()) {
      throw new LocalAccountException(source + ": \"id\" is missing");
    }
    Optional<String> assumedBy = Optional.ofNullable(members.remove(ASSUMED_BY));
    return new KnownResource(kind, id, members, assumedBy);
  }

  private static ResourceKind kind(@Nullable String word, String source) {
    return ResourceKind.ofWord(word == null ? "" : word)
        .orElseThrow(
            () ->
                new LocalAccountException(
                    source
                        + ": \"kind\" is "
                        + (word == null ? "missing" : "'" + word + "'")
                        + "; it must be one of "
                        + Arrays.stream(ResourceKind.values())
                            .map(ResourceKind::word)
                            .collect(Collectors.joining(", "))));
  }
}
