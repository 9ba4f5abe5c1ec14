/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a key derived from a passphrase, in the text form of Pulumi (its {@code
 * sdk/go/common/resource/config/crypt.go}): {@code v1:<base64 nonce>:<base64 ciphertext and tag>}.
 */
final class PassphraseCipher {
  private static final String VERSION = "v1:";
  private static final int ITERATIONS = 1_000_000;
  private static final int KEY_BITS = 256;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  private PassphraseCipher(SecretKeySpec key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /** Derives the key, which takes hundreds of milliseconds by design. */
  static PassphraseCipher derive(char[] passphrase, byte[] salt, SecureRandom random) {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, ITERATIONS, KEY_BITS);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new PassphraseCipher(new SecretKeySpec(key, "AES"), random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2 with SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }

  String encrypt(String plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plaintext.getBytes(UTF_8));
      Base64.Encoder base64 = Base64.getEncoder();
      return VERSION + base64.encodeToString(nonce) + ":" + base64.encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM takes any text", e);
    }
  }

  /**
   * @throws AEADBadTagException when the key is not the one it was encrypted with
   * @throws IllegalArgumentException when it is not a ciphertext of this form at all
   */
  String decrypt(String ciphertext) throws AEADBadTagException {
    int split = ciphertext.indexOf(':', VERSION.length());
    if (!ciphertext.startsWith(VERSION) || split < 0) {
      throw new IllegalArgumentException("not a v1 ciphertext");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] nonce = base64.decode(ciphertext.substring(VERSION.length(), split));
    byte[] sealed = base64.decode(ciphertext.substring(split + 1));
    try {
      byte[] plaintext = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed);
      String text = new String(plaintext, UTF_8);
      Arrays.fill(plaintext, (byte) 0);
      return text;
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a v1 ciphertext", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
