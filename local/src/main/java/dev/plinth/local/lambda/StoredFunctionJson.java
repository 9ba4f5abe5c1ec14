/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plinth.local.store.SdkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** The document of a function in the account's folder. */
final class StoredFunctionJson {
  private StoredFunctionJson() {}

  static JsonObject write(StoredFunction function) {
    JsonObject document = new JsonObject();
    document.addProperty("name", function.name());
    document.add("latest", write(function.latest()));
    JsonArray versions = new JsonArray();
    function.versions().forEach(each -> versions.add(write(each)));
    document.add("versions", versions);
    document.addProperty("lastVersion", function.lastVersion());
    JsonObject tags = new JsonObject();
    new TreeMap<>(function.tags()).forEach(tags::addProperty);
    document.add("tags", tags);
    function
        .reservedConcurrency()
        .ifPresent(value -> document.addProperty("reservedConcurrency", value));
    addIfPresent(document, "codeSigningConfigArn", function.codeSigningConfigArn());
    addIfPresent(document, "recursiveLoop", function.recursiveLoop());
    JsonObject runtimes = new JsonObject();
    function.runtimeManagement().forEach((key, value) -> runtimes.add(key, write(value)));
    document.add("runtimeManagement", runtimes);
    return document;
  }

  static StoredFunction read(JsonObject document) {
    List<Revision> versions = new ArrayList<>();
    document.getAsJsonArray("versions").forEach(each -> versions.add(readRevision(each)));
    Map<String, String> tags = new TreeMap<>();
    document
        .getAsJsonObject("tags")
        .asMap()
        .forEach((key, tag) -> tags.put(key, tag.getAsString()));
    Map<String, RuntimeManagement> runtimes = new TreeMap<>();
    document
        .getAsJsonObject("runtimeManagement")
        .asMap()
        .forEach((key, value) -> runtimes.put(key, readRuntimeManagement(value)));
    return new StoredFunction(
        document.get("name").getAsString(),
        readRevision(document.get("latest")),
        versions,
        document.get("lastVersion").getAsInt(),
        tags,
        Optional.ofNullable(document.get("reservedConcurrency")).map(JsonElement::getAsInt),
        text(document, "codeSigningConfigArn"),
        text(document, "recursiveLoop"),
        runtimes);
  }

  private static JsonObject write(Revision revision) {
    JsonObject object = new JsonObject();
    object.add("configuration", SdkJson.toJson(revision.configuration()));
    object.add("code", SdkJson.toJson(revision.code()));
    addIfPresent(object, "zip", revision.zip());
    object.addProperty("settling", revision.settling().kind().name());
    object.addProperty("settlesAt", revision.settling().at());
    addIfPresent(object, "publishedFrom", revision.publishedFrom());
    return object;
  }

  private static Revision readRevision(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    return new Revision(
        SdkJson.fromJson(
            object.getAsJsonObject("configuration"),
            FunctionConfiguration.builder(),
            FunctionConfiguration.class),
        SdkJson.fromJson(
            object.getAsJsonObject("code"),
            FunctionCodeLocation.builder(),
            FunctionCodeLocation.class),
        text(object, "zip"),
        new Settling(
            Settling.Kind.valueOf(object.get("settling").getAsString()),
            object.get("settlesAt").getAsLong()),
        text(object, "publishedFrom"));
  }

  private static JsonObject write(RuntimeManagement runtime) {
    JsonObject object = new JsonObject();
    object.addProperty("updateRuntimeOn", runtime.updateRuntimeOn());
    addIfPresent(object, "runtimeVersionArn", runtime.runtimeVersionArn());
    return object;
  }

  private static RuntimeManagement readRuntimeManagement(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    return new RuntimeManagement(
        object.get("updateRuntimeOn").getAsString(), text(object, "runtimeVersionArn"));
  }

  private static void addIfPresent(JsonObject object, String name, Optional<String> value) {
    value.ifPresent(present -> object.addProperty(name, present));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name)).map(JsonElement::getAsString);
  }
}
