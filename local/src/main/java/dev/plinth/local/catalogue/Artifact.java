/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import dev.plinth.local.store.Sha256;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An object in S3 or an image in ECR, of which the account has no bytes. Its digest and size are
 * derived from what it is: the same place with the same content is the same artifact.
 *
 * @param sha256 in hexadecimal digits
 * @param version the version of an object in a versioned bucket
 */
public record Artifact(String sha256, long size, Optional<String> version) {
  private static final int LEAST_SIZE = 1024;
  private static final int SIZES = 1 << 20;

  static Artifact of(String identity, Optional<String> version) {
    byte[] digest = Sha256.of(identity);
    int bits = (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | (digest[2] & 0xff);
    return new Artifact(Sha256.hex(digest), (long) LEAST_SIZE + bits % SIZES, version);
  }

  /** The digest in the form of Lambda's {@code CodeSha256} and of S3's checksums. */
  public String base64() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
  }
}
