/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.urn.Urn;
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
        nonEmpty(request.getProvider()),
        request.getVersion(),
        request.hasProtect() ? Optional.of(request.getProtect()) : Optional.empty(),
        request.getDeleteBeforeReplaceDefined()
            ? Optional.of(request.getDeleteBeforeReplace())
            : Optional.empty(),
        request.hasRetainOnDelete() ? Optional.of(request.getRetainOnDelete()) : Optional.empty(),
        request.getIgnoreChangesList(),
        request.getReplaceOnChangesList(),
        request.getAdditionalSecretOutputsList(),
        urns(request.getAliasURNsList()),
        timeouts(request.getCustomTimeouts()));
  }

  private static void refuseUnsupported(RegisterResourceRequest request) {
    String of = " ('" + request.getName() + "')";
    refuse(request.getRemote(), "remote components" + of);
    refuse(!request.getImportId().isEmpty(), "import ids" + of);
    refuse(request.getReplaceWithCount() > 0, "replaceWith options" + of);
    refuse(
        request.hasReplacementTrigger() && !request.getReplacementTrigger().hasNullValue(),
        "replacementTrigger options" + of);
    refuse(!request.getDeletedWith().isEmpty(), "deletedWith options" + of);
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

  private static Optional<String> nonEmpty(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
