/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.archive.ArchiveZip;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/** Code of a function or a layer that is sent along with the call. */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
record ZipPackage(byte[] bytes) {
  /** Lambda's limit for a package that comes with the call, in bytes. */
  private static final int MOST = 50 * 1024 * 1024;

  /** The package that inputs hold as {@code code}; empty when the code lies elsewhere. */
  static Optional<ZipPackage> in(PropertyMap inputs, Path base) {
    return inputs
        .get("code")
        .map(value -> value.withoutSecrets())
        .filter(ArchiveValue.class::isInstance)
        .map(value -> of(((ArchiveValue) value).archive(), base));
  }

  private static ZipPackage of(Archive archive, Path base) {
    byte[] bytes = ArchiveZip.bytes(archive, base);
    if (bytes.length > MOST) {
      throw new ProviderException(
          "The code makes a package of "
              + bytes.length
              + " bytes; AWS takes at most "
              + MOST
              + " with the call.",
          "Put the package into S3 and name it by s3Bucket and s3Key, or ship a container image.",
          null);
    }
    return new ZipPackage(bytes);
  }

  SdkBytes asSdkBytes() {
    return SdkBytes.fromByteArrayUnsafe(bytes);
  }

  /** The hash that Lambda answers as CodeSha256. */
  String sha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
