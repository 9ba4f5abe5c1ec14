/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plinth.engine.asset.ArchiveChanges;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyPath;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Parts that Pulumi's JSON forms of a step share. */
final class StepJson {
  private StepJson() {}

  /** A step, as the events of Pulumi have it. */
  static JsonObject metadata(StepInfo step) {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("op", step.op().wireName());
    metadata.addProperty("urn", step.urn().text());
    metadata.addProperty("type", step.urn().type());
    metadata.add("old", step.before().map(StepJson::resource).orElse(null));
    metadata.add("new", step.after().map(StepJson::resource).orElse(null));
    if (step.diff().isEmpty()) {
      metadata.add("detailedDiff", JsonNull.INSTANCE);
    } else {
      metadata.add("keys", names(step, PropertyDiff::replaces));
      metadata.add("diffs", names(step, diff -> true));
      metadata.add("detailedDiff", detailedDiff(step, "diffKind"));
    }
    metadata.addProperty("logical", step.op().isLogical());
    metadata.addProperty("provider", providerOf(step));
    return metadata;
  }

  /** The provider that does it; nothing for a component, which has none. */
  static String providerOf(StepInfo step) {
    return step.after()
        .or(step::before)
        .flatMap(view -> view.state().provider())
        .map(ProviderReference::toString)
        .orElse("");
  }

  private static JsonObject resource(ResourceView view) {
    ResourceState state = view.state();
    JsonObject resource = new JsonObject();
    resource.addProperty("type", state.type());
    resource.addProperty("urn", state.urn().text());
    addIfTrue(resource, "custom", state.custom());
    addIfTrue(resource, "delete", state.delete());
    resource.addProperty("id", state.id().orElse(""));
    resource.addProperty("parent", state.parent().map(Urn::text).orElse(""));
    addIfTrue(resource, "protect", state.protect());
    addIfTrue(resource, "external", state.external());
    addIfTrue(resource, "retainOnDelete", state.retainOnDelete());
    resource.add("inputs", ValueJson.of(state.inputs()));
    resource.add("outputs", ValueJson.of(state.outputs()));
    resource.addProperty("provider", state.provider().map(ProviderReference::toString).orElse(""));
    if (!state.initErrors().isEmpty()) {
      JsonArray reasons = new JsonArray();
      state.initErrors().forEach(reasons::add);
      resource.add("initErrors", reasons);
    }
    return resource;
  }

  private static void addIfTrue(JsonObject json, String name, boolean value) {
    if (value) {
      json.addProperty(name, true);
    }
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
    return array(names);
  }

  /**
   * What changes, by path; of an archive, Plinth adds the files.
   *
   * @param kindKey how this form calls the kind of a difference
   */
  static JsonObject detailedDiff(StepInfo step, String kindKey) {
    JsonObject detailed = new JsonObject();
    step.diff()
        .forEach(
            (path, change) -> {
              JsonObject json = new JsonObject();
              json.addProperty(kindKey, change.wireName());
              json.addProperty("inputDiff", change.inputDiff());
              Optional.ofNullable(step.files().get(path))
                  .ifPresent(files -> json.add("files", files(files)));
              detailed.add(path, json);
            });
    return detailed;
  }

  private static JsonObject files(ArchiveChanges files) {
    JsonObject json = new JsonObject();
    json.add("added", array(files.added()));
    json.add("changed", array(files.changed()));
    json.add("removed", array(files.removed()));
    return json;
  }

  private static JsonArray array(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
