/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.google.protobuf.Struct;
import dev.plinth.engine.deploy.ReadResourceRequest;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.ResourceOptions;
import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.wire.StructCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pulumirpc.Resource.RegisterResourceRequest;

/** Translates the SDK's registration into the engine's. */
final class Registration {
  private Registration() {}

  /**
   * Reads a request.
   *
   * @throws UnsupportedRequestException when the request has an option that the engine would have
   *     to pass over
   */
  static RegisterRequest of(RegisterResourceRequest request) {
    refuseUnsupported(request);
    return new RegisterRequest(
        request.getType(),
        request.getName(),
        nonEmpty(request.getParent()).map(Urn::new),
        request.getCustom(),
        StructCodec.decode(request.getObject()),
        urns(request.getDependenciesList()),
        propertyDependencies(request),
        options(request));
  }

  private static ResourceOptions options(RegisterResourceRequest request) {
    return ResourceOptions.builder()
        .provider(nonEmpty(request.getProvider()))
        .version(request.getVersion())
        .protect(request.hasProtect() ? Optional.of(request.getProtect()) : Optional.empty())
        .deleteBeforeReplace(
            request.getDeleteBeforeReplaceDefined()
                ? Optional.of(request.getDeleteBeforeReplace())
                : Optional.empty())
        .retainOnDelete(
            request.hasRetainOnDelete()
                ? Optional.of(request.getRetainOnDelete())
                : Optional.empty())
        .deletedWith(nonEmpty(request.getDeletedWith()).map(Urn::new))
        .replaceWith(urns(request.getReplaceWithList()))
        .replacementTrigger(trigger(request))
        .ignoreChanges(request.getIgnoreChangesList())
        .replaceOnChanges(request.getReplaceOnChangesList())
        .hideDiffs(request.getHideDiffsList())
        .additionalSecretOutputs(request.getAdditionalSecretOutputsList())
        .aliases(FormerNames.of(request))
        .customTimeouts(timeouts(request.getCustomTimeouts()))
        .importId(nonEmpty(request.getImportId()))
        .build();
  }

  /** Reads a request for somebody else's resource. */
  static ReadResourceRequest of(pulumirpc.Resource.ReadResourceRequest request) {
    refuse(
        !request.getPackageRef().isEmpty(), "parameterized packages ('" + request.getName() + "')");
    ResourceOptions options =
        ResourceOptions.builder()
            .provider(nonEmpty(request.getProvider()))
            .version(request.getVersion())
            .additionalSecretOutputs(request.getAdditionalSecretOutputsList())
            .build();
    return new ReadResourceRequest(
        request.getType(),
        request.getName(),
        request.getId(),
        nonEmpty(request.getParent()).map(Urn::new),
        StructCodec.decode(request.getProperties()),
        urns(request.getDependenciesList()),
        options);
  }

  private static Optional<PropertyValue> trigger(RegisterResourceRequest request) {
    if (!request.hasReplacementTrigger() || request.getReplacementTrigger().hasNullValue()) {
      return Optional.empty();
    }
    Struct holder = Struct.newBuilder().putFields("v", request.getReplacementTrigger()).build();
    return StructCodec.decode(holder).get("v");
  }

  private static void refuseUnsupported(RegisterResourceRequest request) {
    String of = " ('" + request.getName() + "')";
    refuse(request.getRemote(), "remote components" + of);
    refuse(!request.getPackageRef().isEmpty(), "parameterized packages" + of);
    refuse(request.getTransformsCount() > 0, "remote transforms" + of);
    refuse(request.hasHooks(), "resource hooks" + of);
  }

  private static void refuse(boolean asked, String what) {
    if (asked) {
      throw new UnsupportedRequestException(what);
    }
  }

  private static Map<String, List<Urn>> propertyDependencies(RegisterResourceRequest request) {
    Map<String, List<Urn>> dependencies = new TreeMap<>();
    request
        .getPropertyDependenciesMap()
        .forEach((property, urns) -> dependencies.put(property, urns(urns.getUrnsList())));
    return dependencies;
  }

  private static List<Urn> urns(List<String> texts) {
    return texts.stream().map(Urn::new).sorted().toList();
  }

  private static CustomTimeouts timeouts(RegisterResourceRequest.CustomTimeouts timeouts) {
    Optional<Duration> create = GoDuration.parse(timeouts.getCreate());
    Optional<Duration> update = GoDuration.parse(timeouts.getUpdate());
    Optional<Duration> delete = GoDuration.parse(timeouts.getDelete());
    return create.isEmpty() && update.isEmpty() && delete.isEmpty()
        ? CustomTimeouts.none()
        : new CustomTimeouts(create, update, delete);
  }

  static Optional<String> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
