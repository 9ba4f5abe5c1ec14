/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonObject;
import dev.plinth.engine.state.StackName;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Events as JSON lines, numbered in the order in which they are written. Pulumi's event, and beside
 * it the stack that it is of, since several stacks may write into one stream.
 */
public final class EventLines {
  private final Consumer<String> out;
  private final Clock clock;
  private int sequence;

  /**
   * @param out takes whole lines
   */
  public EventLines(Consumer<String> out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Writes an event.
   *
   * @param kind Pulumi's name of the kind of event, such as {@code preludeEvent}
   */
  synchronized void write(StackName stack, String kind, JsonObject payload) {
    JsonObject event = new JsonObject();
    event.addProperty("sequence", sequence++);
    event.addProperty("timestamp", clock.instant().getEpochSecond());
    event.addProperty("stack", stack.toString());
    event.add(kind, payload);
    out.accept(JsonText.line(event) + "\n");
  }
}
