/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.api.diagnostic.Findings;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads documents whose type Plinth does not know. Scalars other than booleans stay texts as they
 * are written, so that an account id keeps its digits.
 */
public final class FreeDocumentLoader {
  private final Findings findings;

  /** Reports what is wrong to the findings. */
  public FreeDocumentLoader(Findings findings) {
    this.findings = findings;
  }

  /** The documents of a file, or of a folder's files, that are mappings. */
  public List<FreeDocument> load(String path) {
    List<FreeDocument> documents = new ArrayList<>();
    for (SourceText source : new SourceReader(InputStream.nullInputStream(), findings).read(path)) {
      for (Node node : new YamlReader(findings).read(source)) {
        BindingContext context = new BindingContext(source.name(), findings);
        Conversion conversion = new Conversion(context);
        if (node instanceof MappingNode mapping) {
          Struct content = conversion.struct(mapping, "", 0);
          documents.add(new FreeDocument(content, context.sources(node)));
        } else {
          context.rejectType(
              node, "", Nodes.sort(node), "a mapping", "write the document as fields with values.");
        }
      }
    }
    return documents;
  }

  /**
   * Converts one document; it counts nodes, because an alias can stand for a tree of them, or for
   * itself.
   */
  private static final class Conversion {
    private final BindingContext context;
    private int nodes;

    Conversion(BindingContext context) {
      this.context = context;
    }

    Struct struct(MappingNode mapping, String path, int depth) {
      Struct.Builder struct = Struct.newBuilder();
      for (Entries.Entry entry :
          Entries.of(mapping, path, key -> FieldPath.field(path, key), context)) {
        String entryPath = FieldPath.field(path, entry.key());
        context.place(entryPath, entry.value());
        struct.putFields(entry.key(), value(entry.value(), entryPath, depth));
      }
      return struct.build();
    }

    private Value value(Node node, String path, int depth) {
      if (++nodes > InputLimits.NODES || depth > InputLimits.DEPTH) {
        if (nodes <= InputLimits.NODES + 1) {
          nodes = InputLimits.NODES + 1; // One report is enough.
          context.reject(
              "manifest.too-complex",
              node,
              path,
              "the document is too large once its aliases are followed.",
              "write the values out where they are used.");
        }
        return nothing();
      }
      if (node instanceof MappingNode mapping) {
        return Value.newBuilder().setStructValue(struct(mapping, path, depth + 1)).build();
      }
      if (node instanceof SequenceNode list) {
        return list(list, path, depth);
      }
      return scalar((ScalarNode) node);
    }

    private Value list(SequenceNode sequence, String path, int depth) {
      ListValue.Builder list = ListValue.newBuilder();
      int index = 0;
      for (Node item : sequence.getValue()) {
        String itemPath = FieldPath.index(path, index++);
        context.place(itemPath, item);
        list.addValues(value(item, itemPath, depth + 1));
      }
      return Value.newBuilder().setListValue(list).build();
    }

    private static Value scalar(ScalarNode node) {
      if (node.getTag().equals(Tag.NULL)) {
        return nothing();
      }
      if (node.getTag().equals(Tag.BOOL)) {
        return Value.newBuilder().setBoolValue(node.getValue().equalsIgnoreCase("true")).build();
      }
      return Value.newBuilder().setStringValue(node.getValue()).build();
    }

    private static Value nothing() {
      return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    }
  }
}
