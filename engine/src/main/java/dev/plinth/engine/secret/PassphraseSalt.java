/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Base64;

/**
 * What the passphrase scheme stores: {@code v1:<base64 salt>:<proof>}, where the proof is the
 * ciphertext of a word that everybody knows, so that a wrong passphrase is told from damage.
 */
record PassphraseSalt(String base64, String proof) {
  static final int SALT_BYTES = 8;
  static final String PROVEN_WORD = "pulumi";
  private static final String VERSION = "v1:";
  private static final String FIELD = "salt";

  /**
   * @throws IllegalArgumentException when the text is not of this form
   */
  static PassphraseSalt parse(SecretsProviderState state) {
    String text = field(state);
    int split = text.indexOf(':', VERSION.length());
    if (!text.startsWith(VERSION) || split < 0) {
      throw new IllegalArgumentException("not a v1 salt");
    }
    return new PassphraseSalt(text.substring(VERSION.length(), split), text.substring(split + 1));
  }

  static PassphraseSalt of(byte[] salt, String proof) {
    return new PassphraseSalt(Base64.getEncoder().encodeToString(salt), proof);
  }

  /**
   * @throws IllegalArgumentException when the salt is not base64
   */
  byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  private static String field(SecretsProviderState state) {
    try {
      return JsonParser.parseString(state.json()).getAsJsonObject().get(FIELD).getAsString();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalArgumentException("no salt", e);
    }
  }

  SecretsProviderState toState() {
    JsonObject json = new JsonObject();
    json.addProperty(FIELD, VERSION + base64 + ":" + proof);
    return new SecretsProviderState(PassphraseSecretsManager.TYPE, json.toString());
  }
}
