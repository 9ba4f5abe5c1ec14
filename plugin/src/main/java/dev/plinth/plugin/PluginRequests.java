/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.ByteString;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.Optional;
import pulumirpc.Provider;

/** Writes the engine's requests in the messages of the provider protocol. */
record PluginRequests(PluginValues values) {

  @SuppressWarnings("deprecation") // plugins older than the structured form read nothing else
  static Provider.ConfigureRequest configure(String packageName, PropertyMap config) {
    Provider.ConfigureRequest.Builder request =
        Provider.ConfigureRequest.newBuilder()
            .setArgs(PluginValues.ALL.encode(config))
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSendsOldInputs(true)
            .setSendsOldInputsToDelete(true);
    for (String name : config.names()) {
      config
          .text(name)
          .ifPresent(text -> request.putVariables(packageName + ":config:" + name, text));
    }
    return request.build();
  }

  Provider.CheckRequest of(CheckRequest request) {
    return Provider.CheckRequest.newBuilder()
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setOlds(values.encode(request.olds()))
        .setNews(values.encode(request.news()))
        .setRandomSeed(ByteString.copyFrom(request.randomSeed()))
        .build();
  }

  Provider.DiffRequest of(DiffRequest request) {
    return Provider.DiffRequest.newBuilder()
        .setId(request.id())
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setOlds(values.encode(request.oldOutputs()))
        .setOldInputs(values.encode(request.oldInputs()))
        .setNews(values.encode(request.newInputs()))
        .addAllIgnoreChanges(request.ignoreChanges())
        .build();
  }

  Provider.CreateRequest of(CreateRequest request) {
    return Provider.CreateRequest.newBuilder()
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setProperties(values.encode(request.inputs()))
        .setTimeout(seconds(request.timeout()))
        .setPreview(request.preview())
        .build();
  }

  Provider.ReadRequest of(ReadRequest request) {
    return Provider.ReadRequest.newBuilder()
        .setId(request.id())
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setProperties(values.encode(request.outputs()))
        .setInputs(values.encode(request.inputs()))
        .build();
  }

  Provider.UpdateRequest of(UpdateRequest request) {
    return Provider.UpdateRequest.newBuilder()
        .setId(request.id())
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setOlds(values.encode(request.oldOutputs()))
        .setOldInputs(values.encode(request.oldInputs()))
        .setNews(values.encode(request.newInputs()))
        .addAllIgnoreChanges(request.ignoreChanges())
        .setTimeout(seconds(request.timeout()))
        .setPreview(request.preview())
        .build();
  }

  Provider.DeleteRequest of(DeleteRequest request) {
    return Provider.DeleteRequest.newBuilder()
        .setId(request.id())
        .setUrn(request.urn().text())
        .setName(request.urn().name())
        .setType(request.urn().type())
        .setProperties(values.encode(request.outputs()))
        .setOldInputs(values.encode(request.inputs()))
        .setTimeout(seconds(request.timeout()))
        .build();
  }

  Provider.InvokeRequest of(InvokeRequest request) {
    return Provider.InvokeRequest.newBuilder()
        .setTok(request.token())
        .setArgs(values.encode(request.args()))
        .build();
  }

  private static double seconds(Optional<Duration> timeout) {
    return timeout.map(limit -> limit.toMillis() / 1000.0).orElse(0.0);
  }
}
