/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the references between resources. Every URN and provider reference is made once: in a large
 * deployment most of them are repetitions.
 */
final class ReferenceReader {
  static final Urn NO_URN = new Urn("urn:pulumi:::::::");

  private final Map<String, Urn> urns = new HashMap<>();
  private final Map<String, ProviderReference> providers = new HashMap<>();

  Urn urn(JsonReader json) throws IOException {
    return urns.computeIfAbsent(json.nextString(), Urn::new);
  }

  /** Empty for the empty string. */
  Optional<Urn> optionalUrn(JsonReader json) throws IOException {
    String text = json.nextString();
    return text.isEmpty() ? Optional.empty() : Optional.of(urns.computeIfAbsent(text, Urn::new));
  }

  /** Empty for the empty string. */
  Optional<ProviderReference> provider(JsonReader json) throws IOException {
    String text = json.nextString();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(providers.computeIfAbsent(text, ProviderReference::parse));
  }

  List<Urn> urns(JsonReader json) throws IOException {
    List<Urn> found = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      found.add(urn(json));
    }
    json.endArray();
    return found;
  }

  Map<String, List<Urn>> urnsByProperty(JsonReader json) throws IOException {
    Map<String, List<Urn>> found = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String property = json.nextName();
      if (json.peek() == JsonToken.NULL) {
        json.nextNull();
        found.put(property, List.of());
      } else {
        found.put(property, urns(json));
      }
    }
    json.endObject();
    return found;
  }

  static List<String> texts(JsonReader json) throws IOException {
    List<String> found = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      found.add(json.nextString());
    }
    json.endArray();
    return found;
  }
}
