/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.store.LocalAccountException;
import dev.plinth.local.store.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** The checksums that S3 makes of an object when it is put. */
final class ObjectChecksum {
  private ObjectChecksum() {}

  /** Adds the checksum that was asked for; the SDK asks for CRC32 when nobody else does. */
  static void put(
      HeadObjectResponse.Builder head, @Nullable ChecksumAlgorithm asked, byte[] bytes) {
    ChecksumAlgorithm algorithm = asked == null ? ChecksumAlgorithm.CRC32 : asked;
    switch (algorithm) {
      case CRC32 -> head.checksumCRC32(base64(new CRC32(), bytes));
      case CRC32_C -> head.checksumCRC32C(base64(new CRC32C(), bytes));
      case SHA1 -> head.checksumSHA1(base64(digest("SHA-1", bytes)));
      case SHA256 -> head.checksumSHA256(base64(Sha256.of(bytes)));
      default ->
          throw new LocalAccountException(
              "The local account makes no " + algorithm + " checksums: use CRC32, SHA1 or SHA256.");
    }
    head.checksumType(ChecksumType.FULL_OBJECT);
  }

  /** The entity tag: of an object that is put in one piece, the MD5 digest. */
  static String etag(byte[] bytes) {
    return '"' + HexFormat.of().formatHex(digest("MD5", bytes)) + '"';
  }

  private static String base64(Checksum checksum, byte[] bytes) {
    checksum.update(bytes);
    return base64(ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
