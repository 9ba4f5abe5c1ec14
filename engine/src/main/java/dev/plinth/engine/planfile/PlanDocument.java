/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.planfile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plinth.engine.deploy.Plan;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.checkpoint.CheckpointJson;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The plans of one preview as JSON. The inputs are kept as a deployment of Pulumi's, so that they
 * have its encodings and its encryption.
 */
public final class PlanDocument {
  private static final int VERSION = 1;

  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * @param environment where the passphrase is
   */
  public PlanDocument(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Writes plans.
   *
   * @throws dev.plinth.engine.secret.SecretsException when there are secrets, and no passphrase
   */
  public byte[] write(Map<StackName, Plan> plans) {
    JsonObject stacks = new JsonObject();
    plans.forEach((name, plan) -> stacks.add(name.project() + "/" + name.stack(), json(plan)));
    JsonObject document = new JsonObject();
    document.addProperty("version", VERSION);
    document.add("stacks", stacks);
    return (document + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private JsonObject json(Plan plan) {
    JsonObject steps = new JsonObject();
    plan.steps()
        .forEach(
            (urn, ops) -> {
              JsonArray names = new JsonArray();
              ops.forEach(op -> names.add(op.wireName()));
              steps.add(urn.text(), names);
            });
    JsonObject seeds = new JsonObject();
    plan.seeds().forEach((urn, seed) -> seeds.addProperty(urn.text(), seed));
    JsonObject json = new JsonObject();
    json.addProperty("base", plan.base());
    json.add("steps", steps);
    json.add("seeds", seeds);
    json.add("inputs", deployment(plan.inputs()));
    return json;
  }

  private JsonElement deployment(Map<Urn, PropertyMap> inputs) {
    SecretsManager secrets = new SecretsProviders(environment).create();
    if (inputs.values().stream().anyMatch(PropertyMap::containsSecrets)) {
      secrets.requireAvailable();
    }
    List<ResourceState> resources = new ArrayList<>();
    inputs.forEach(
        (urn, properties) -> resources.add(ResourceState.builder(urn).inputs(properties).build()));
    Snapshot snapshot = Snapshot.empty().with(resources, List.of());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new CheckpointWriter(secrets).export(snapshot, clock.instant()).forEach(text::writeBytes);
    return JsonParser.parseString(text.toString(StandardCharsets.UTF_8));
  }

  /**
   * Reads plans.
   *
   * @throws MalformedPlanException when the text is none
   */
  public Map<StackName, Plan> read(byte[] text) {
    try {
      JsonObject document =
          JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
      int version = document.get("version").getAsInt();
      if (version != VERSION) {
        throw new MalformedPlanException("its version is " + version, null);
      }
      Map<StackName, Plan> plans = new LinkedHashMap<>();
      for (var stack : document.getAsJsonObject("stacks").entrySet()) {
        int split = stack.getKey().indexOf('/');
        StackName name =
            new StackName(stack.getKey().substring(0, split), stack.getKey().substring(split + 1));
        plans.put(name, plan(stack.getValue().getAsJsonObject()));
      }
      return plans;
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException
        | ClassCastException
        | StateException
        | IOException e) {
      throw new MalformedPlanException(String.valueOf(e.getMessage()), e);
    }
  }

  private Plan plan(JsonObject json) throws IOException {
    Map<Urn, List<Op>> steps = new TreeMap<>();
    json.getAsJsonObject("steps")
        .entrySet()
        .forEach(
            entry ->
                steps.put(
                    new Urn(entry.getKey()),
                    entry.getValue().getAsJsonArray().asList().stream()
                        .map(name -> Op.ofWireName(name.getAsString()))
                        .toList()));
    Map<Urn, String> seeds = new TreeMap<>();
    json.getAsJsonObject("seeds")
        .entrySet()
        .forEach(entry -> seeds.put(new Urn(entry.getKey()), entry.getValue().getAsString()));
    byte[] deployment = json.get("inputs").toString().getBytes(StandardCharsets.UTF_8);
    Map<Urn, PropertyMap> inputs = new TreeMap<>();
    CheckpointJson.read(new ByteArrayInputStream(deployment), new SecretsProviders(environment))
        .resources()
        .forEach(state -> inputs.put(state.urn(), state.inputs()));
    return new Plan(json.get("base").getAsString(), steps, inputs, seeds);
  }
}
