/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes UTF-8 strictly, so that a damaged file is reported rather than read with marks in place
 * of letters.
 */
final class Utf8 {
  private Utf8() {}

  static Optional<String> decode(String name, byte[] bytes, Findings findings) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    String text = out.toString();
    if (result.isUnderflow()) {
      return Optional.of(text);
    }
    findings.error(
        "manifest.not-utf8",
        endOf(name, text),
        "",
        String.format(
            Locale.ROOT, "the byte 0x%02X is not UTF-8 here.", bytes[in.position()] & 0xFF),
        "save the file as UTF-8 text.");
    return Optional.empty();
  }

  /**
   * Whether a text can be written as UTF-8, which halves of surrogate pairs from escapes cannot.
   */
  static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return encodes(text);
      }
    }
    return true;
  }

  private static boolean encodes(String text) {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static SourceLocation endOf(String name, String text) {
    return locate(name, text, text.length());
  }

  /** The place of a UTF-16 index into a text. */
  static SourceLocation locate(String name, String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new SourceLocation(name, line, text.codePointCount(lineStart, index) + 1);
  }
}
