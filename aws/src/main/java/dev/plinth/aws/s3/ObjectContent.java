/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.archive.ArchiveZip;
import dev.plinth.engine.asset.AssetContent;
import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The bytes of an object. */
final class ObjectContent {
  private ObjectContent() {}

  /**
   * The bytes that inputs give, of which there may be none.
   *
   * @param base the folder that relative paths start from
   */
  static byte[] of(PropertyMap inputs, Path base) {
    Optional<String> text = inputs.text("content");
    if (text.isPresent()) {
      return text.get().getBytes(StandardCharsets.UTF_8);
    }
    Optional<String> encoded = inputs.text("contentBase64");
    if (encoded.isPresent()) {
      return decoded(encoded.get());
    }
    PropertyValue source =
        inputs.get("source").map(PropertyValue::withoutSecrets).orElse(PropertyValue.of(""));
    if (source instanceof ArchiveValue archive) {
      return ArchiveZip.bytes(archive.archive(), base);
    }
    return source instanceof AssetValue asset ? read(asset.asset(), base) : new byte[0];
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ProviderException(
          "contentBase64 is not in Base64.", "Encode the bytes, or use content for text.", null);
    }
  }

  private static byte[] read(Asset asset, Path base) {
    try (InputStream bytes = AssetContent.of(asset, base).open()) {
      return bytes.readAllBytes();
    } catch (AssetException | IOException e) {
      throw new ProviderException(
          "The asset cannot be read: " + e.getMessage(),
          "Let the program name a file that exists and can be read.",
          e);
    }
  }
}
