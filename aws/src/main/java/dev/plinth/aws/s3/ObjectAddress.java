/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;

/** Where an object is. */
record ObjectAddress(String bucket, String key) {
  private static final String SCHEME = "s3://";

  static ObjectAddress of(PropertyMap properties) {
    return new ObjectAddress(
        properties.text("bucket").orElseThrow(), properties.text("key").orElseThrow());
  }

  /** From the state, or of an import from {@code BUCKET/KEY} or {@code s3://BUCKET/KEY}. */
  static ObjectAddress of(String id, Prior prior) {
    if (prior.outputs().has("bucket") && prior.outputs().has("key")) {
      return of(prior.outputs());
    }
    if (prior.inputs().has("bucket") && prior.inputs().has("key")) {
      return of(prior.inputs());
    }
    String path = id.startsWith(SCHEME) ? id.substring(SCHEME.length()) : id;
    int slash = path.indexOf('/');
    if (slash < 1 || slash == path.length() - 1) {
      throw new ProviderException(
          "\"" + id + "\" does not say in which bucket the object is.",
          "Import it as BUCKET/KEY or s3://BUCKET/KEY.",
          null);
    }
    return new ObjectAddress(path.substring(0, slash), path.substring(slash + 1));
  }
}
