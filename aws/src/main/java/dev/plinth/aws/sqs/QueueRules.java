/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/** What a queue's properties demand of each other. */
final class QueueRules implements Constraint {
  private static final String FIFO = ".fifo";

  @Override
  public void check(PropertyMap inputs, String path, Findings findings) {
    if (inputs.isKnown("fifoQueue")) {
      boolean fifo = inputs.bool("fifoQueue").orElse(false);
      inputs.text("name").ifPresent(name -> name(name, fifo, findings));
      if (!fifo) {
        onlyFifo(inputs, findings);
      }
    }
    boolean managed = inputs.bool("sqsManagedSseEnabled").orElse(false);
    if (managed && inputs.text("kmsMasterKeyId").filter(key -> !key.isEmpty()).isPresent()) {
      findings.add(
          "sqsManagedSseEnabled",
          "SQS encrypts with its own key or with yours: take out sqsManagedSseEnabled or"
              + " kmsMasterKeyId.");
    }
  }

  private static void name(String name, boolean fifo, Findings findings) {
    String plain = name.endsWith(FIFO) ? name.substring(0, name.length() - FIFO.length()) : name;
    if (fifo != name.endsWith(FIFO)) {
      findings.add(
          "name",
          fifo
              ? "The name of a FIFO queue must end with .fifo: use \"" + name + FIFO + "\"."
              : "Only the name of a FIFO queue may end with .fifo: set fifoQueue too.");
    } else if (plain.indexOf('.') >= 0) {
      findings.add("name", "\".\" is not allowed in it: use letters, digits and _-");
    }
  }

  private static void onlyFifo(PropertyMap inputs, Findings findings) {
    if (inputs.bool("contentBasedDeduplication").orElse(false)) {
      findings.add("contentBasedDeduplication", "Only a FIFO queue can have it: set fifoQueue.");
    }
    for (String name : List.of("deduplicationScope", "fifoThroughputLimit")) {
      if (inputs.has(name)) {
        findings.add(name, "Only a FIFO queue can have it: set fifoQueue.");
      }
    }
  }
}
