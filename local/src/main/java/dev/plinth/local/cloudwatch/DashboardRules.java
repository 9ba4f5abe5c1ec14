/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plinth.local.account.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;

/**
 * What CloudWatch demands of a dashboard's body.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html">Dashboard
 *     body structure and syntax</a>
 */
final class DashboardRules {
  private static final int MOST_WIDGETS = 500;

  /** The types of widgets, each with the properties that it cannot do without. */
  private static final Map<String, List<String>> WIDGETS =
      Map.of(
          "metric", List.of("region"),
          "text", List.of("markdown"),
          "log", List.of("query", "region"),
          "alarm", List.of("alarms"),
          "explorer", List.of("metrics"),
          "custom", List.of("endpoint"));

  private final List<DashboardValidationMessage> messages = new ArrayList<>();

  private DashboardRules() {}

  static void check(String body) {
    DashboardRules rules = new DashboardRules();
    rules.body(body);
    if (!rules.messages.isEmpty()) {
      throw CloudWatchFault.invalidDashboard(rules.messages);
    }
  }

  private void body(String body) {
    Optional<JsonElement> parsed = JsonText.parse(body);
    if (parsed.isEmpty()) {
      problem("/", "The dashboard body is invalid, there is an error in the JSON");
      return;
    }
    JsonElement widgets =
        parsed.get().isJsonObject() ? parsed.get().getAsJsonObject().get("widgets") : null;
    if (widgets == null || !widgets.isJsonArray()) {
      problem("/widgets", "The body needs an array of widgets");
      return;
    }
    if (widgets.getAsJsonArray().size() > MOST_WIDGETS) {
      problem("/widgets", "A dashboard has at most " + MOST_WIDGETS + " widgets");
    }
    int index = 0;
    for (JsonElement widget : widgets.getAsJsonArray()) {
      String at = "/widgets/" + index++;
      if (widget.isJsonObject()) {
        widget(widget.getAsJsonObject(), at);
      } else {
        problem(at, "Should be an object");
      }
    }
  }

  private void widget(JsonObject widget, String at) {
    JsonElement type = widget.get("type");
    List<String> needed =
        type instanceof JsonPrimitive text ? WIDGETS.get(text.getAsString()) : null;
    if (needed == null) {
      problem(at + "/type", "Should be one of " + WIDGETS.keySet().stream().sorted().toList());
      return;
    }
    number(widget, "x", 0, 23, at);
    number(widget, "y", 0, Integer.MAX_VALUE, at);
    number(widget, "width", 1, 24, at);
    number(widget, "height", 1, 1000, at);
    JsonElement properties = widget.get("properties");
    if (properties == null || !properties.isJsonObject()) {
      problem(at + "/properties", "Should have properties");
      return;
    }
    for (String name : needed) {
      if (!properties.getAsJsonObject().has(name)) {
        problem(at + "/properties", "Should have required property '" + name + "'");
      }
    }
    boolean metric = type.getAsString().equals("metric");
    JsonObject of = properties.getAsJsonObject();
    if (metric && !of.has("metrics") && !of.has("annotations")) {
      problem(at + "/properties", "Should have required property 'metrics' or 'annotations'");
    }
  }

  private void number(JsonObject widget, String name, int least, int most, String at) {
    JsonElement value = widget.get(name);
    if (value == null) {
      return;
    }
    boolean right =
        value instanceof JsonPrimitive number
            && number.isNumber()
            && number.getAsDouble() == Math.rint(number.getAsDouble())
            && number.getAsDouble() >= (double) least
            && number.getAsDouble() <= (double) most;
    if (!right) {
      problem(at + "/" + name, "Should be a whole number from " + least + " to " + most);
    }
  }

  private void problem(String path, String message) {
    messages.add(DashboardValidationMessage.builder().dataPath(path).message(message).build());
  }
}
