/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackEventRule;
import dev.plinth.api.computestack.StackTarget;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.json.JsonObject;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.rules.event.InputTemplate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events reach the rules that are to pick them, and rules have targets that EventBridge takes. */
final class EventTargetRule implements StackRule {
  private static final String OF_AWS = "aws.";

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackEventRule rule : stack.rules()) {
      checkBus(rule, stack, report);
      List<StackTarget> targets = rule.targets();
      for (int i = 0; i < targets.size(); i++) {
        checkInput(targets.get(i), report);
        checkTwice(i, targets, report);
        checkTopic(targets.get(i), stack, report);
      }
    }
  }

  /** Services of AWS send their events to one bus, which is not the stack's. */
  private static void checkBus(StackEventRule rule, ComputeStack stack, Report report) {
    List<?> sources =
        JsonObject.read(rule.spec().getPattern())
            .map(pattern -> pattern.get("source"))
            .filter(List.class::isInstance)
            .map(List.class::cast)
            .orElse(List.of());
    boolean onlyOfAws =
        !sources.isEmpty()
            && sources.stream().allMatch(s -> s instanceof String name && name.startsWith(OF_AWS));
    if (onlyOfAws && rule.bus().equals(stack.busName())) {
      report.warning(
          "stack.wrong-bus",
          FieldPath.field(rule.path(), "pattern"),
          "the rule waits on the stack's own bus for events of %s, which services of AWS send to the bus %s only."
              .formatted(sources.get(0), StackEventRule.DEFAULT_BUS),
          "set bus to default.");
    }
  }

  private static void checkInput(StackTarget target, Report report) {
    Map<String, String> paths = new TreeMap<>(target.spec().getInputPathsMap());
    String template = target.spec().getInputTemplate();
    String field = FieldPath.field(target.path(), "input_template");
    if (template.isEmpty() && !paths.isEmpty()) {
      report.error(
          "manifest.missing",
          field,
          "input_paths is given, but there is no input_template that uses it.",
          "add input_template, such as '{\"%1$s\": <%1$s>}', or take input_paths out."
              .formatted(paths.keySet().iterator().next()));
    }
    paths.forEach((name, path) -> checkPath(target, name, path, report));
    for (String name : new InputTemplate(template).undefined(paths.keySet())) {
      report.error(
          "stack.input-template",
          field,
          "input_template has <%s>, which input_paths does not define: EventBridge refuses it."
              .formatted(name),
          name.startsWith(OF_AWS)
              ? "EventBridge itself defines " + String.join(", ", InputTemplate.PREDEFINED) + "."
              : "add %1$s to input_paths, such as %1$s: $.detail.%1$s.".formatted(name));
    }
  }

  private static void checkPath(StackTarget target, String name, String path, Report report) {
    String at = FieldPath.key(FieldPath.field(target.path(), "input_paths"), name);
    if (name.startsWith("AWS")) {
      report.error(
          "manifest.reserved",
          at,
          "input_paths has the name " + name + ", but EventBridge takes none that begins with AWS.",
          "rename it.");
    }
    if (!path.startsWith("$")) {
      report.error(
          "manifest.bad-format",
          at,
          name + " is " + Quotation.of(path) + ", but must be a path into the event.",
          "write it like $.detail." + name + ".");
    }
  }

  private static void checkTwice(int index, List<StackTarget> targets, Report report) {
    StackTarget target = targets.get(index);
    boolean twice =
        targets.subList(0, index).stream().anyMatch(other -> other.id().equals(target.id()));
    if (twice && target.given().size() == 1) {
      report.error(
          "stack.duplicate-target",
          target.path(),
          "another target of the rule leads there already.",
          "take one of the two out.");
    }
  }

  private static void checkTopic(StackTarget target, ComputeStack stack, Report report) {
    if (target.spec().getTopic() && stack.hasTopic() && stack.kmsKeyArn().isEmpty()) {
      report.warning(
          "stack.unencrypted-topic",
          FieldPath.field(target.path(), "topic"),
          "EventBridge cannot use SNS's own key, so with this target the notifications topic is not"
              + " encrypted.",
          "set spec.security.kms_key_arn to a key whose policy admits EventBridge, or let a queue or"
              + " a function have the events.");
    }
  }
}
