/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stored texts below were computed with Python: {@code hashlib.pbkdf2_hmac("sha256",
 * passphrase, bytes(range(1, 9)), 1_000_000, 32)} for the key and {@code AESGCM(key).encrypt(nonce,
 * …)} of the package {@code cryptography}, the nonces being twelve equal bytes.
 */
final class PassphraseSecretsTest {
  private static final String PASSPHRASE = "correct horse battery staple";
  private static final SecretsProviderState STORED =
      new SecretsProviderState(
          "passphrase",
          "{\"salt\":\"v1:AQIDBAUGBwg=:v1:CQkJCQkJCQkJCQkJ:9yGWhd/+XH4tugxQmZhXOx18NTH+qQ==\"}");
  private static final String HUNTER2 = "v1:CgoKCgoKCgoKCgoK:gUNMZnnausn1jTT2PYdGIYr9OyTEd8dJoA==";

  /** Shared, so that the slow derivation of the key is done once. */
  private static final SecretsManager MANAGER = with(PASSPHRASE).of(STORED);

  @TempDir Path folder;

  @Test
  void decryptsWhatAnotherImplementationOfTheSchemeWrote() {
    assertThat(MANAGER.decrypt(HUNTER2)).isEqualTo("\"hunter2\"");
  }

  @Test
  void whatItEncryptsAnotherRunDecryptsWithTheStoredStateAlone() {
    SecretsManager first = with("").create();
    String ciphertext = first.encrypt("s3cr\u00e9t");
    SecretsProviderState stored = first.state().orElseThrow();

    assertThat(ciphertext).matches("v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/=]+").doesNotContain("s3cr");
    assertThat(stored.json()).matches("\\{\"salt\":\"v1:[^:]+:v1:[^:]+:[^:]+\"\\}");
    assertThat(with("").of(stored).decrypt(ciphertext)).isEqualTo("s3cr\u00e9t");
    assertThat(first.encrypt("s3cr\u00e9t")).isNotEqualTo(ciphertext);
  }

  @Test
  void readsThePassphraseFromAFileWithoutTheLineEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");

    Passphrase passphrase =
        new Passphrase(Map.of("PULUMI_CONFIG_PASSPHRASE_FILE", file.toString()));

    assertThat(new String(passphrase.read())).isEqualTo(PASSPHRASE);
  }

  @Test
  void aWrongPassphraseIsSaidToBeWrongAndNothingElse() {
    SecretsManager manager = with("wrong").of(STORED);

    assertThatThrownBy(manager::requireAvailable)
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("the passphrase is not the one")
        .hasMessageNotContaining("wrong");
    assertThatThrownBy(() -> manager.decrypt(HUNTER2)).isInstanceOf(SecretsException.class);
    assertThat(manager.state()).contains(STORED);
  }

  @Test
  void aMissingPassphraseNamesBothVariables() {
    SecretsManager manager = new SecretsProviders(Map.of()).create();

    assertThatThrownBy(manager::requireAvailable)
        .isInstanceOfSatisfying(
            SecretsException.class,
            e ->
                assertThat(e.remedy())
                    .contains("PULUMI_CONFIG_PASSPHRASE,", "PULUMI_CONFIG_PASSPHRASE_FILE"));
  }

  @Test
  void aStackWithoutSecretsNeedsNoPassphraseAndStoresNothing() {
    assertThat(new SecretsProviders(Map.of()).create().state()).isEmpty();
  }

  @Test
  void aPassphraseFileThatCannotBeReadIsNamed() {
    Map<String, String> environment =
        Map.of("PULUMI_CONFIG_PASSPHRASE_FILE", folder.resolve("none").toString());

    assertThatThrownBy(() -> new SecretsProviders(environment).create().requireAvailable())
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining(folder.resolve("none").toString());
  }

  @Test
  void aDamagedCiphertextIsNotBlamedOnThePassphrase() {
    assertThatThrownBy(() -> MANAGER.decrypt(HUNTER2.replace("gUNM", "gUNN")))
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> MANAGER.decrypt("v2:strange"))
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void anotherSecretsProviderIsKeptAndRefusedOnlyWhenAskedToDecrypt() {
    SecretsProviderState kms = new SecretsProviderState("cloud", "{\"url\":\"awskms://k\"}");
    SecretsManager manager = new SecretsProviders(Map.of()).of(kms);

    assertThat(manager.state()).contains(kms);
    assertThatThrownBy(() -> manager.decrypt("x"))
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("the secrets provider cloud");
  }

  private static SecretsProviders with(String passphrase) {
    return new SecretsProviders(Map.of("PULUMI_CONFIG_PASSPHRASE", passphrase));
  }
}
