/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyPath;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Parts that Pulumi's JSON forms of a step share. */
final class StepJson {
  private StepJson() {}

  /** A resource, in the names of Pulumi's deployment JSON. */
  static JsonObject resource(Urn urn, ResourceView view) {
    JsonObject resource = new JsonObject();
    resource.addProperty("urn", urn.text());
    resource.addProperty("type", urn.type());
    view.id().ifPresent(id -> resource.addProperty("id", id));
    if (view.protect()) {
      resource.addProperty("protect", true);
    }
    resource.add("inputs", ValueJson.of(view.inputs()));
    resource.add("outputs", ValueJson.of(view.outputs()));
    return resource;
  }

  /** The names of the properties that change, or of those whose change replaces the resource. */
  static JsonArray names(StepInfo step, Predicate<PropertyDiff> which) {
    TreeSet<String> names = new TreeSet<>();
    step.diff()
        .forEach(
            (path, diff) -> {
              if (which.test(diff)) {
                names.add(PropertyPath.parse(path).segments().get(0));
              }
            });
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }

  /**
   * What changes, by path.
   *
   * @param kindKey how this form calls the kind of a difference
   */
  static JsonObject detailedDiff(Map<String, PropertyDiff> diff, String kindKey) {
    JsonObject detailed = new JsonObject();
    diff.forEach(
        (path, change) -> {
          JsonObject json = new JsonObject();
          json.addProperty(kindKey, change.wireName());
          json.addProperty("inputDiff", change.inputDiff());
          detailed.add(path, json);
        });
    return detailed;
  }
}
