/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.FreeDocument;
import dev.plinth.api.manifest.FreeDocumentLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outputs from documents that describe resources: of any kind, with kind, metadata.name,
 * metadata.env and status.outputs, as Project Planton writes them.
 */
public final class ResourceDocuments implements OutputsSource {
  private final String path;
  private final Map<ResourceKey, Struct> outputs;

  private ResourceDocuments(String path, Map<ResourceKey, Struct> outputs) {
    this.path = path;
    this.outputs = outputs;
  }

  /**
   * Reads the documents of a folder, or of a file; what is wrong with them goes to the findings.
   */
  public static ResourceDocuments load(String path, Findings findings) {
    Map<ResourceKey, Struct> outputs = new LinkedHashMap<>();
    for (FreeDocument document : new FreeDocumentLoader(findings).load(path)) {
      ResourceKey key = keyOf(document.content());
      if (key.kind().isEmpty() || key.name().isEmpty()) {
        findings.error(
            "resource.no-identity",
            document.sources().start(),
            key.kind().isEmpty() ? "kind" : "metadata.name",
            "the document says no "
                + (key.kind().isEmpty() ? "kind" : "metadata.name")
                + ", so nothing can refer to it.",
            "add it, or take the document out of the folder.");
      } else if (outputs.putIfAbsent(key, outputsOf(document.content())) != null) {
        findings.error(
            "resource.duplicate",
            document.sources().locate("metadata.name"),
            "metadata.name",
            key + " is described by more than one document.",
            "keep one of them.");
      }
    }
    return new ResourceDocuments(path, outputs);
  }

  private static ResourceKey keyOf(Struct content) {
    Struct metadata = child(content, "metadata");
    return new ResourceKey(text(content, "kind"), text(metadata, "env"), text(metadata, "name"));
  }

  private static Struct outputsOf(Struct content) {
    return child(child(content, "status"), "outputs");
  }

  private static Struct child(Struct parent, String name) {
    return parent.getFieldsOrDefault(name, Value.getDefaultInstance()).getStructValue();
  }

  private static String text(Struct parent, String name) {
    return parent.getFieldsOrDefault(name, Value.getDefaultInstance()).getStringValue();
  }

  @Override
  public Optional<Struct> find(ResourceKey key) {
    return Optional.ofNullable(outputs.get(key));
  }

  @Override
  public List<ResourceKey> candidates() {
    return List.copyOf(outputs.keySet());
  }

  @Override
  public String describe() {
    return "in the resource documents of " + path;
  }
}
