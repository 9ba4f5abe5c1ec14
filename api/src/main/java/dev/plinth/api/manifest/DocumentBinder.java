/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Findings;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Binds one document's tree to a message of a given type. */
final class DocumentBinder {
  private DocumentBinder() {}

  /** The document, without the fields that were reported; empty when it is no mapping. */
  static <M extends Message> Optional<Manifest<M>> bind(
      Node document, String name, String file, M prototype, Findings findings) {
    if (!(document instanceof MappingNode mapping)) {
      findings.error(
          "manifest.wrong-type",
          YamlReader.locate(file, document),
          "",
          "the document is " + Nodes.sort(document) + ", but must be a mapping.",
          "write it as fields with values, such as \"kind: AwsLambda\".");
      return Optional.empty();
    }
    BindingContext context = new BindingContext(file, findings);
    Message.Builder builder = prototype.newBuilderForType();
    new MessageBinder(context).bind(mapping, builder, "");
    @SuppressWarnings("unchecked") // A message's builder builds messages of its own class.
    M message = (M) builder.build();
    return Optional.of(new Manifest<>(message, context.sources(document), name));
  }
}
