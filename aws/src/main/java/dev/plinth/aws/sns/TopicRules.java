/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/** What a topic's properties demand of each other. */
final class TopicRules implements Constraint {
  private static final String FIFO = ".fifo";

  @Override
  public void check(PropertyMap inputs, String path, Findings findings) {
    if (!inputs.isKnown("fifoTopic")) {
      return;
    }
    boolean fifo = inputs.bool("fifoTopic").orElse(false);
    inputs.text("name").ifPresent(name -> name(name, fifo, findings));
    if (!fifo) {
      if (inputs.bool("contentBasedDeduplication").orElse(false)) {
        findings.add("contentBasedDeduplication", "Only a FIFO topic can have it: set fifoTopic.");
      }
      for (String name : List.of("archivePolicy", "fifoThroughputScope")) {
        if (inputs.has(name)) {
          findings.add(name, "Only a FIFO topic can have it: set fifoTopic.");
        }
      }
    }
  }

  private static void name(String name, boolean fifo, Findings findings) {
    String plain = name.endsWith(FIFO) ? name.substring(0, name.length() - FIFO.length()) : name;
    if (fifo != name.endsWith(FIFO)) {
      findings.add(
          "name",
          fifo
              ? "The name of a FIFO topic must end with .fifo: use \"" + name + FIFO + "\"."
              : "Only the name of a FIFO topic may end with .fifo: set fifoTopic too.");
    } else if (plain.indexOf('.') >= 0) {
      findings.add("name", "\".\" is not allowed in it: use letters, digits and _-");
    }
  }
}
