/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns a YAML 1.2 text, of which JSON is a part, into the trees of its documents. */
final class YamlReader {
  private final Findings findings;

  YamlReader(Findings findings) {
    this.findings = findings;
  }

  /** The roots of the documents that say anything, up to the first syntax error. */
  List<Node> read(SourceText source) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setLabel(source.name())
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(InputLimits.COLLECTION_ALIASES)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    List<Node> documents = new ArrayList<>();
    StreamReader reader = new StreamReader(settings, source.text());
    try {
      Composer composer =
          new Composer(settings, new DepthLimitedParser(new ParserImpl(settings, reader)));
      while (composer.hasNext()) {
        Node document = composer.next();
        if (!Nodes.isNull(document)) {
          documents.add(document);
        }
      }
      reportIfEmpty(source, documents);
    } catch (YamlEngineException e) {
      report(source, e);
    } catch (NumberFormatException e) {
      // The scanner lets this one out for the hexadecimal digits of an escape that is no character.
      syntax(
          new SourceLocation(source.name(), reader.getLine() + 1, reader.getColumn() + 1),
          "the YAML cannot be read: an escape stands for no character.",
          "write the character itself, or correct the escape.");
    }
    return documents;
  }

  private void reportIfEmpty(SourceText source, List<Node> documents) {
    if (documents.isEmpty()) {
      findings.error(
          "manifest.empty",
          SourceLocation.startOf(source.name()),
          "",
          source.name() + " holds no document.",
          "write a manifest into it, or leave the file out.");
    }
  }

  private void report(SourceText source, YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      SourceLocation location =
          marked
              .getProblemMark()
              .or(marked::getContextMark)
              .map(mark -> locate(source.name(), mark))
              .orElse(SourceLocation.startOf(source.name()));
      syntax(location, sentence(marked.getContext(), marked.getProblem()), remedyFor(marked));
    } else if (e instanceof ReaderException reader) {
      int index = Math.min(Math.max(0, reader.getPosition()), source.text().length());
      syntax(
          locateCodePoint(source, index),
          String.format(
              Locale.ROOT, "the character U+%04X is not allowed in YAML.", reader.getCodePoint()),
          "remove the character, or write it as an escape in double quotes.");
    } else if (e instanceof YamlVersionException) {
      syntax(
          SourceLocation.startOf(source.name()),
          "the document asks for a version of YAML that does not exist.",
          "remove the %YAML line.");
    } else {
      // The one unmarked exception left is the alias limit; its wording is the library's.
      findings.error(
          "manifest.too-complex",
          SourceLocation.startOf(source.name()),
          "",
          "mappings or lists are repeated by alias more than "
              + InputLimits.COLLECTION_ALIASES
              + " times.",
          "write the values out where they are used.");
    }
  }

  private void syntax(SourceLocation location, String message, String remedy) {
    findings.error("manifest.syntax", location, "", message, remedy);
  }

  private static String remedyFor(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("TAB")) {
      return "indent with spaces; YAML does not allow tabs there.";
    }
    if (problem.contains("deep within")) {
      return "flatten the document; no manifest needs such depth.";
    }
    return "correct the YAML at this place; often a quote, a colon or the indentation of the line before is wrong.";
  }

  private static String sentence(@Nullable String context, @Nullable String problem) {
    String text = problem == null ? "" : problem.strip();
    if (context != null && !context.isBlank()) {
      text = context.strip() + ": " + text;
    }
    return text.isEmpty() ? "the YAML cannot be read." : "the YAML cannot be read: " + text + ".";
  }

  private static SourceLocation locateCodePoint(SourceText source, int codePoints) {
    int available = source.text().codePointCount(0, source.text().length());
    int index = source.text().offsetByCodePoints(0, Math.min(codePoints, available));
    return Utf8.locate(source.name(), source.text(), index);
  }

  static SourceLocation locate(String file, Mark mark) {
    return new SourceLocation(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  static SourceLocation locate(String file, Node node) {
    Optional<Mark> mark = node.getStartMark();
    return mark.map(start -> locate(file, start)).orElse(SourceLocation.startOf(file));
  }
}
