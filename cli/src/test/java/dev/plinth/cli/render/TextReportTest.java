/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.EngineEvent.Started;
import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final PropertyDiff CHANGED = new PropertyDiff(Kind.UPDATE, false, true);

  private static Urn urn(String name) {
    return Urn.of("dev", "aws-lambda", Optional.empty(), "aws:lambda/function:Function", name);
  }

  private static StepInfo update(
      String name, PropertyMap before, PropertyMap after, Map<String, PropertyDiff> diff) {
    return new StepInfo(
        Op.UPDATE, urn(name), Optional.of(view(before)), Optional.of(view(after)), diff);
  }

  private static ResourceView view(PropertyMap inputs) {
    return new ResourceView(ResourceState.builder(urn("orders")).id("id").inputs(inputs).build());
  }

  private static String preview(Origins origins, EngineEvent... events) {
    StringBuilder out = new StringBuilder();
    TextReport report = new TextReport(out::append, Palette.PLAIN, 80, origins);
    report.accept(new Started(RunKind.PREVIEW_UPDATE, new StackName("aws-lambda", "dev")));
    List.of(events).forEach(report);
    report.accept(
        new Summary(
            RunKind.PREVIEW_UPDATE,
            RunResult.SUCCEEDED,
            Map.of(Op.UPDATE, 1),
            PropertyMap.empty(),
            Duration.ZERO));
    return out.toString();
  }

  private static String change(PropertyValue old, PropertyValue now) {
    StepInfo step =
        update("f", PropertyMap.of("p", old), PropertyMap.of("p", now), Map.of("p", CHANGED));
    return preview(Origins.unknown(), new ResourceDone(step, Duration.ZERO));
  }

  @Test
  void shows_secrets_and_unknowns_as_such() {
    assertThat(change(PropertyValue.of("[secret]"), Computed.INSTANCE))
        .contains("~ p: [secret] => [unknown]");
  }

  @Test
  void lets_no_value_move_the_cursor() {
    assertThat(change(PropertyValue.of("a\033[2Jb"), PropertyValue.of("x\ny")))
        .contains("~ p: \"a\\u001b[2Jb\" => \"x\\ny\"")
        .doesNotContain("\033");
  }

  @Test
  void breaks_a_change_that_does_not_fit_the_screen() {
    assertThat(change(PropertyValue.of("a".repeat(40)), PropertyValue.of("b".repeat(40))))
        .contains("      ~ p:\n           \"aaaa", "\n        => \"bbbb");
  }

  @Test
  void finds_old_values_inside_of_objects_and_lists() {
    PropertyMap before =
        PropertyMap.of("a", PropertyValue.of(List.of(PropertyValue.of(1), PropertyValue.of(2))));
    PropertyMap after =
        PropertyMap.of("a", PropertyValue.of(List.of(PropertyValue.of(1), PropertyValue.of(2.5))));

    String text =
        preview(
            Origins.unknown(),
            new ResourceDone(update("f", before, after, Map.of("a[1]", CHANGED)), Duration.ZERO));

    assertThat(text).contains("~ a[1]: 2 => 2.5");
  }

  @Test
  void sorts_the_rows_of_a_preview_whatever_order_they_came_in() {
    PropertyMap none = PropertyMap.empty();

    String text =
        preview(
            Origins.unknown(),
            new ResourceDone(update("b", none, none, Map.of()), Duration.ZERO),
            new ResourceDone(update("a", none, none, Map.of()), Duration.ZERO));

    assertThat(text).containsSubsequence("Function a update", "Function b update");
  }

  @Test
  void shows_a_message_at_the_line_of_the_manifest() {
    Origins origins =
        (urn, property) ->
            Optional.of(new Place(new SourceLocation("orders.yaml", 14, 17), "spec.role_arn"));

    String text =
        preview(
            origins,
            new Diagnostic(
                Severity.ERROR,
                Optional.of(urn("orders")),
                "role",
                "AWS does not know the role.\nIt said so.",
                Optional.of("create the role.")));

    assertThat(text)
        .contains(
            """
            Diagnostics:
              aws:lambda:Function (orders):
                error[deployment.failed]  orders.yaml:14:17  spec.role_arn
                  AWS does not know the role.
                  It said so.
                  fix: create the role.
            """);
  }
}
