/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.EngineEvent.ResourceFailed;
import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.EngineEvent.Started;
import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells people of a run, in Pulumi's words.
 *
 * <p>A run that changes things prints a row when a step begins and when it ends. A preview is over
 * soon: its rows come at the end, in one order whatever the threads did.
 */
public final class TextReport implements Consumer<EngineEvent>, EngineEvent.Visitor<Void> {
  private final Consumer<String> out;
  private final RowText rows;
  private final ChangeText changes;
  private final OutputsText outputs;
  private final CountsText counts;
  private final DiagnosticsText diagnostics;
  private final List<StepInfo> planned = new ArrayList<>();
  private PropertyMap oldOutputs = PropertyMap.empty();
  private boolean preview;
  private int errored;

  /**
   * @param width columns that rows should not exceed where they can be broken
   */
  public TextReport(Consumer<String> out, Palette palette, int width, Origins origins) {
    this.out = out;
    this.rows = new RowText(palette);
    this.changes = new ChangeText(palette, width);
    this.outputs = new OutputsText(palette);
    this.counts = new CountsText(palette);
    this.diagnostics = new DiagnosticsText(palette, origins);
  }

  @Override
  public void accept(EngineEvent event) {
    event.accept(this);
  }

  @Override
  public Void visitStarted(Started event) {
    preview = event.kind().isPreview();
    print(headline(event.kind()) + " (" + event.stack().stack() + "):\n");
    return null;
  }

  @Override
  public Void visitResourcePre(ResourcePre event) {
    StepInfo step = event.step();
    if (RowText.isRootStack(step)) {
      oldOutputs = step.before().map(ResourceView::outputs).orElse(oldOutputs);
    }
    boolean takesTime =
        step.op() != Op.SAME
            && step.op() != Op.REPLACE
            && step.op() != Op.REFRESH
            && !RowText.isRootStack(step);
    if (!preview && takesTime && RowText.isShown(step)) {
      print(rows.running(step));
    }
    return null;
  }

  @Override
  public Void visitResourceDone(ResourceDone event) {
    StepInfo step = event.step();
    if (!RowText.isShown(step)) {
      return null;
    }
    boolean telling = step.op().isLogical() || step.op() == Op.REFRESH;
    if (!preview) {
      print(rows.done(step, event.elapsed()) + (telling ? changes.of(step) : ""));
    } else if (telling) {
      planned.add(step);
    }
    return null;
  }

  @Override
  public Void visitResourceFailed(ResourceFailed event) {
    errored++;
    print(rows.failed(event.step(), event.elapsed()));
    return null;
  }

  @Override
  public Void visitDiagnostic(Diagnostic event) {
    diagnostics.add(event);
    return null;
  }

  @Override
  public Void visitSummary(Summary event) {
    StringBuilder text = new StringBuilder();
    planned.sort(RowText.ORDER);
    for (StepInfo step : planned) {
      text.append(rows.planned(step)).append(changes.of(step));
    }
    text.append('\n').append(diagnostics.section());
    if (event.kind().isUpdate()) {
      text.append(outputs.section(oldOutputs, event.outputs()));
    }
    text.append(counts.section(event, errored));
    if (!preview) {
      text.append("\nDuration: ").append(Durations.ofRun(event.elapsed())).append('\n');
    }
    print(text.toString());
    return null;
  }

  private void print(String text) {
    out.accept(text);
  }

  private static String headline(RunKind kind) {
    return switch (kind) {
      case PREVIEW_UPDATE -> "Previewing update";
      case UPDATE -> "Updating";
      case PREVIEW_DESTROY -> "Previewing destroy";
      case DESTROY -> "Destroying";
      case PREVIEW_REFRESH -> "Previewing refresh";
      case REFRESH -> "Refreshing";
      case PREVIEW_IMPORT -> "Previewing import";
      case IMPORT -> "Importing";
    };
  }
}
