/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.step.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A stack's history as {@code pulumi stack history} shows it. */
public final class HistoryText {
  /** Shown for every run; of all others, only those that there were. */
  private static final List<Op> ALWAYS = List.of(Op.CREATE, Op.DELETE, Op.UPDATE, Op.SAME);

  private final Palette palette;
  private final Instant now;
  private final boolean fullDates;

  /**
   * @param fullDates whether to show when a run began rather than how long ago
   */
  public HistoryText(Palette palette, Instant now, boolean fullDates) {
    this.palette = palette;
    this.now = now;
    this.fullDates = fullDates;
  }

  /** One run, and an empty line. */
  public String of(UpdateInfo update) {
    StringBuilder text = new StringBuilder();
    if (update.version() > 0) {
      text.append("Version: ").append(update.version()).append('\n');
    }
    text.append("UpdateKind: ").append(update.kind()).append('\n');
    Color color = update.result().equals("succeeded") ? Color.GREEN : Color.RED;
    text.append(palette.paint(color, "Status: " + update.result())).append('\n');
    if (!update.message().isEmpty()) {
      text.append("Message: ").append(update.message()).append('\n');
    }
    text.append(counts(update)).append(" Updated ").append(when(update));
    Duration took = Duration.between(update.startTime(), update.endTime());
    text.append(" took ").append(Durations.ofRun(took)).append('\n');
    update.environment().forEach((key, value) -> text.append("    " + key + ": " + value + "\n"));
    return text.append('\n').toString();
  }

  private String when(UpdateInfo update) {
    return fullDates
        ? update.startTime().toString()
        : Ago.of(Duration.between(update.startTime(), now));
  }

  private String counts(UpdateInfo update) {
    StringBuilder text = new StringBuilder();
    for (Op op : ALWAYS) {
      String sign = op == Op.SAME ? " " : OpWords.of(op).symbol().strip();
      text.append(count(op, sign + update.resourceChanges().getOrDefault(op.wireName(), 0)));
    }
    update
        .resourceChanges()
        .forEach(
            (name, count) -> other(name, count).ifPresent(shown -> text.append(' ').append(shown)));
    return text.toString();
  }

  private Optional<String> other(String name, int count) {
    Optional<Op> op =
        Arrays.stream(Op.values()).filter(known -> known.wireName().equals(name)).findFirst();
    if (op.filter(ALWAYS::contains).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        op.map(known -> count(known, OpWords.of(known).symbol().strip() + count))
            .orElse(name + ":" + count));
  }

  private String count(Op op, String text) {
    return palette.paint(OpWords.of(op).color(), text);
  }
}
