/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.store.SdkJson;
import dev.plinth.local.store.Sha256;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A function's configuration and code at one time: {@code $LATEST} or a published version.
 *
 * @param configuration without the states, which {@link Settling} gives
 * @param zip the digest of the archive in the {@link CodeStore}, if its bytes were uploaded
 * @param publishedFrom of a published version, the {@link #fingerprint} of what it was made from
 */
record Revision(
    FunctionConfiguration configuration,
    FunctionCodeLocation code,
    Optional<String> zip,
    Settling settling,
    Optional<String> publishedFrom) {

  Revision withConfiguration(FunctionConfiguration changed, Settling change) {
    return new Revision(changed, code, zip, change, publishedFrom);
  }

  /** A digest of all that a new version is published for: code and configuration, not the times. */
  String fingerprint() {
    FunctionConfiguration essence =
        configuration.toBuilder().revisionId(null).lastModified(null).version(null).build();
    return Sha256.hex(Sha256.of(SdkJson.toJson(essence).toString()));
  }
}
