/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Findings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads manifests, and documents of a type that is known beforehand. Whatever is wrong with the
 * input comes back as diagnostics; nothing is thrown for it.
 */
public final class ManifestLoader {
  private final List<KindDescriptor<?>> kinds;

  /** Reads manifests of the given kinds. */
  public ManifestLoader(List<KindDescriptor<?>> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** Reads manifests of every kind that there is. */
  public ManifestLoader() {
    this(ManifestKinds.all());
  }

  /**
   * Reads all manifests behind the paths.
   *
   * @param paths files, folders (their .yaml, .yml and .json files by name, without those in
   *     folders below), or {@code -} for standard input
   * @param stdin read when a path is {@code -}, and not closed
   */
  public LoadResult load(List<String> paths, InputStream stdin) {
    Findings findings = new Findings();
    SourceReader reader = new SourceReader(stdin, findings);
    List<Manifest<?>> manifests = new ArrayList<>();
    for (String path : paths) {
      for (SourceText source : reader.read(path)) {
        manifests.addAll(manifestsOf(source, findings));
      }
    }
    return new LoadResult(manifests, findings.sorted());
  }

  /** Reads all manifests of a text; the name stands for it in diagnostics. */
  public LoadResult loadText(String name, String text) {
    Findings findings = new Findings();
    return new LoadResult(manifestsOf(new SourceText(name, text), findings), findings.sorted());
  }

  /** Reads a file that holds one document of the prototype's type, such as an AwsProviderConfig. */
  public <M extends Message> DocumentResult<M> loadDocument(String path, M prototype) {
    Findings findings = new Findings();
    List<SourceText> sources = new SourceReader(InputStream.nullInputStream(), findings).read(path);
    Optional<Manifest<M>> document =
        sources.isEmpty() ? Optional.empty() : documentOf(sources.get(0), prototype, findings);
    return new DocumentResult<>(document, findings.sorted());
  }

  /**
   * Reads a text that holds one document of the prototype's type, such as an AwsLambdaStackInput.
   */
  public <M extends Message> DocumentResult<M> parseDocument(
      String name, String text, M prototype) {
    Findings findings = new Findings();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Optional<Manifest<M>> document =
        Utf8.decode(name, bytes, findings)
            .flatMap(decoded -> documentOf(new SourceText(name, decoded), prototype, findings));
    return new DocumentResult<>(document, findings.sorted());
  }

  private List<Manifest<?>> manifestsOf(SourceText source, Findings findings) {
    List<Node> documents = new YamlReader(findings).read(source);
    KindFinder finder = new KindFinder(kinds, source.name(), findings);
    List<Manifest<?>> manifests = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      Node document = documents.get(i);
      String name = i == 0 ? source.name() : source.name() + "#" + (i + 1);
      finder
          .find(document)
          .flatMap(kind -> bind(document, name, source, kind.prototype(), findings))
          .ifPresent(manifests::add);
    }
    return manifests;
  }

  private static <M extends Message> Optional<Manifest<M>> documentOf(
      SourceText source, M prototype, Findings findings) {
    List<Node> documents = new YamlReader(findings).read(source);
    if (documents.size() > 1) {
      findings.error(
          "manifest.several-documents",
          YamlReader.locate(source.name(), documents.get(1)),
          "",
          source.name() + " holds " + documents.size() + " documents, but must hold one.",
          "keep one document in the file.");
    }
    return documents.isEmpty()
        ? Optional.empty()
        : bind(documents.get(0), source.name(), source, prototype, findings);
  }

  private static <M extends Message> Optional<Manifest<M>> bind(
      Node document, String name, SourceText source, M prototype, Findings findings) {
    return DocumentBinder.bind(document, name, source.name(), prototype, findings);
  }
}
