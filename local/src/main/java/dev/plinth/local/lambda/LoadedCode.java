/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;

/**
 * Code that was found and checked.
 *
 * @param sha256 as {@code CodeSha256} shows it: base64 for archives, hexadecimal for images
 * @param zip the archive, if its bytes were uploaded
 */
record LoadedCode(String sha256, long size, FunctionCodeLocation location, Optional<Zip> zip) {
  /** The bytes of an archive and their digest in hexadecimal. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; copying 50 MB would be a waste
  record Zip(String sha256, byte[] bytes) {}
}
