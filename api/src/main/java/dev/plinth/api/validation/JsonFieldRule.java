/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.json.JsonObject;
import dev.plinth.api.manifest.FieldPath;
import java.util.List;

/** Fields that hold JSON objects hold JSON objects. */
final class JsonFieldRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      checkFilters(function, report);
    }
    stack.rules().forEach(r -> object(r.path() + ".pattern", r.spec().getPattern(), report));
    stack
        .schedules()
        .forEach(
            schedule -> {
              if (!schedule.spec().getInput().isEmpty()) {
                object(schedule.path() + ".input", schedule.spec().getInput(), report);
              }
            });
    String queueFilter = stack.spec().getNotificationsTopic().getQueueFilterPolicy();
    if (!queueFilter.isEmpty()) {
      object("spec.notifications_topic.queue_filter_policy", queueFilter, report);
    }
  }

  private static void checkFilters(StackFunction function, Report report) {
    function.queues().forEach(feed -> list(feed.path(), feed.spec().getFiltersList(), report));
    for (int i = 0; i < function.spec().getStreamsCount(); i++) {
      String path = FieldPath.index(FieldPath.field(function.path(), "streams"), i);
      list(path, function.spec().getStreams(i).getFiltersList(), report);
    }
    String policy = function.spec().getTopic().getFilterPolicy();
    if (!policy.isEmpty()) {
      object(FieldPath.field(function.path(), "topic.filter_policy"), policy, report);
    }
  }

  private static void list(String path, List<String> filters, Report report) {
    for (int i = 0; i < filters.size(); i++) {
      object(FieldPath.index(path + ".filters", i), filters.get(i), report);
    }
  }

  private static void object(String path, String text, Report report) {
    if (JsonObject.read(text).isEmpty()) {
      report.error(
          "manifest.bad-format",
          path,
          FieldPath.lastStep(path) + " is not a JSON object.",
          "write it as {\"name\": …}, in single quotes.");
    }
  }
}
