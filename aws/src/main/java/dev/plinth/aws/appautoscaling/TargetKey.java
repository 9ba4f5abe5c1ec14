/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;

/** What tells a scalable target from others. */
record TargetKey(String serviceNamespace, String resourceId, String scalableDimension) {

  static TargetKey of(PropertyMap properties) {
    return new TargetKey(
        properties.text("serviceNamespace").orElseThrow(),
        properties.text("resourceId").orElseThrow(),
        properties.text("scalableDimension").orElseThrow());
  }

  /** A target of the state, or one that an import names whole. */
  static TargetKey of(String id, Prior prior) {
    if (prior.saidText("resourceId").isPresent()) {
      return of(prior.inputs().isEmpty() ? prior.outputs() : prior.inputs());
    }
    return parse(id, "NAMESPACE/RESOURCE/DIMENSION");
  }

  /** Resource ids may have slashes, namespaces and dimensions have none. */
  static TargetKey parse(String id, String form) {
    int first = id.indexOf('/');
    int last = id.lastIndexOf('/');
    if (first <= 0 || last <= first + 1 || last == id.length() - 1) {
      throw new ProviderException("\"" + id + "\" names no target.", "Use " + form + ".", null);
    }
    return new TargetKey(
        id.substring(0, first), id.substring(first + 1, last), id.substring(last + 1));
  }
}
