/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.ArbitraryValues;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instancio.Instancio;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code pulumi.json} is a checkpoint as Pulumi writes it, made by hand with every key that it has.
 * Its secrets were encrypted by Python, as told in {@code PassphraseSecretsTest}.
 */
@ExtendWith(InstancioExtension.class)
final class CheckpointJsonTest {
  private static final StackName STACK = new StackName("shop", "dev");
  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

  /** Shared, so that the slow derivation of the key is done once. */
  private static final SecretsProviders PROVIDERS =
      new SecretsProviders(Map.of("PULUMI_CONFIG_PASSPHRASE", "correct horse battery staple"));

  private static final SecretsProviders NO_PASSPHRASE = new SecretsProviders(Map.of());

  @Test
  void whatPulumiWroteIsWrittenBackWithoutLossAndWithoutThePassphrase() throws IOException {
    JsonObject original = sample();

    Snapshot snapshot = read(original.toString(), NO_PASSPHRASE);
    JsonObject again = JsonParser.parseString(write(snapshot, NO_PASSPHRASE)).getAsJsonObject();

    expectOursIn(original);
    assertThat(again).isEqualTo(original);
  }

  @Test
  void secretsThatPulumiEncryptedOpenWithThePassphrase() throws IOException {
    Snapshot snapshot = read(sample().toString(), PROVIDERS);

    assertThat(snapshot.resources().get(0).outputs().text("password")).contains("hunter2");
    assertThat(snapshot.resources().get(3).outputs().get("credentials"))
        .contains(
            new Secret(
                PropertyValue.of(
                    PropertyMap.builder()
                        .put("user", "admin")
                        .put("password", new Secret(PropertyValue.of("s3cr\u00e9t")))
                        .put(
                            "ports",
                            PropertyValue.of(
                                List.of(
                                    PropertyValue.of(1),
                                    PropertyValue.of(2.5),
                                    PropertyValue.Null.INSTANCE)))
                        .build())));
  }

  @Test
  void aSecretStaysUnreadWithoutThePassphrase() throws IOException {
    ResourceState stack = read(sample().toString(), NO_PASSPHRASE).resources().get(0);

    assertThat(stack.outputs().containsSecrets()).isTrue();
    assertThat(stack.outputs().toString()).isEqualTo("{password=[secret]}");
    assertThatThrownBy(() -> stack.outputs().text("password")).isInstanceOf(SecretsException.class);
  }

  @Test
  void plaintextOfShownSecretsIsEncryptedWhenWritten() throws IOException {
    String shown =
        sample()
            .toString()
            .replaceFirst(
                "\"ciphertext\":\"v1:Cgo[^\"]*\"", "\"plaintext\":\"\\\\\\\\\"shown\\\\\\\\\"\"");
    shown = shown.replace("\\\\\"shown\\\\\"", "\\\"shown\\\"");

    Snapshot snapshot = read(shown, PROVIDERS);
    String written = write(snapshot, PROVIDERS);

    assertThat(snapshot.resources().get(0).outputs().text("password")).contains("shown");
    assertThat(written).doesNotContain("shown");
    assertThat(read(written, PROVIDERS)).isEqualTo(snapshot);
  }

  @Test
  void anExportReadsAsTheCheckpointDoes() throws IOException {
    Snapshot snapshot = read(sample().toString(), PROVIDERS);
    String export =
        join(new CheckpointWriter(PROVIDERS.of(snapshot.secretsProvider())).export(snapshot, NOW));

    assertThat(export).startsWith("{\"version\":3,\"deployment\":{");
    assertThat(read(export, PROVIDERS)).isEqualTo(snapshot);
  }

  @RepeatedTest(100)
  void whatIsWrittenReadsBackEqual() throws IOException {
    ArbitraryValues values = new ArbitraryValues(Instancio.create(Long.class));
    ResourceState resource =
        ResourceState.builder(bucket("a"))
            .custom(true)
            .id("x")
            .inputs(values.map())
            .outputs(values.map())
            .build();
    Snapshot stored = read(sample().toString(), PROVIDERS);
    Snapshot snapshot =
        new Snapshot(
            stored.secretsProvider(),
            List.of(resource),
            List.of(new PendingOperation(PendingOperation.Type.UPDATING, resource)));

    Snapshot again = read(write(snapshot, PROVIDERS), PROVIDERS);

    assertThat(again.resources()).isEqualTo(snapshot.resources());
    assertThat(again.pendingOperations()).isEqualTo(snapshot.pendingOperations());
  }

  @Test
  void theJsonOfAnUntouchedResourceIsMadeOnce() throws IOException {
    ResourceState secret =
        ResourceState.builder(bucket("a"))
            .custom(true)
            .outputs(PropertyMap.of("s", new Secret(PropertyValue.of("v"))))
            .build();
    ResourceState other = ResourceState.builder(bucket("b")).custom(true).build();
    Snapshot stored = read(sample().toString(), PROVIDERS);
    CheckpointWriter writer = new CheckpointWriter(PROVIDERS.of(stored.secretsProvider()));

    String first = join(writer.checkpoint(STACK, stored.with(List.of(secret), List.of()), NOW));
    String second =
        join(writer.checkpoint(STACK, stored.with(List.of(secret, other), List.of()), NOW));

    assertThat(ciphertext(second)).isEqualTo(ciphertext(first)).startsWith("v1:");
  }

  @Test
  void aStackThatWasNeverDeployedIsEmpty() throws IOException {
    String fresh = "{\"version\":3,\"checkpoint\":{\"stack\":\"organization/shop/dev\"}}";

    assertThat(read(fresh, NO_PASSPHRASE)).isEqualTo(Snapshot.empty());
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = write(read(sample().toString(), NO_PASSPHRASE), NO_PASSPHRASE).getBytes(UTF_8);

    // The last byte is a line end, without which the document is still whole.
    for (int length = 0; length < whole.length - 1; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CheckpointJson.read(new ByteArrayInputStream(cut), NO_PASSPHRASE))
          .as("cut at %s", length)
          .isInstanceOf(CheckpointException.class);
    }
  }

  @Test
  void newerVersionsAndUnknownFeaturesAreRefused() {
    assertThatThrownBy(() -> read("{\"version\":5,\"checkpoint\":{}}", NO_PASSPHRASE))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("it is of version 5, and versions 1 to 4 can be read");
    assertThatThrownBy(
            () ->
                read(
                    "{\"version\":4,\"features\":[\"views\",\"taint\"],\"checkpoint\":{}}",
                    NO_PASSPHRASE))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("it uses features that are not supported here: views, taint");
  }

  @Test
  void aManifestWhoseMagicIsWrongIsRefused() {
    assertThatThrownBy(
            () -> read(sample().toString().replace("v3.190.0", "v3.190.1"), NO_PASSPHRASE))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("magic");
  }

  @Test
  void everyViolationOfTheOrderIsReported() {
    ResourceState early =
        ResourceState.builder(bucket("early"))
            .custom(true)
            .dependencies(List.of(bucket("late")))
            .parent(Optional.of(bucket("none")))
            .build();
    ResourceState component = ResourceState.builder(bucket("late")).id("id").build();
    Snapshot snapshot = new Snapshot(Optional.empty(), List.of(early, component, early), List.of());

    assertThat(SnapshotIntegrity.problems(snapshot))
        .containsExactly(
            bucket("early")
                + " refers to the parent "
                + bucket("none")
                + ", which is not before it",
            bucket("early")
                + " refers to the dependency "
                + bucket("late")
                + ", which is not before it",
            bucket("late") + " is a component, yet it has an id",
            bucket("early")
                + " refers to the parent "
                + bucket("none")
                + ", which is not before it",
            bucket("early") + " stands in the state twice");
    assertThatThrownBy(() -> write(snapshot, NO_PASSPHRASE))
        .isInstanceOf(CheckpointException.class);
  }

  private static Urn bucket(String name) {
    return Urn.of("dev", "shop", Optional.empty(), "aws:s3/bucket:Bucket", name);
  }

  /** What we write differently on purpose: who wrote it, null entries, and forms of times. */
  private static void expectOursIn(JsonObject document) {
    JsonObject latest = document.getAsJsonObject("checkpoint").getAsJsonObject("latest");
    JsonObject manifest = new JsonObject();
    manifest.addProperty("time", NOW.toString());
    manifest.addProperty(
        "magic", "f33805c004eb30fbcaefe74d38be817f2add4bc0cbdf2734108fec2c80cb2a04");
    manifest.addProperty("version", "plinth");
    latest.add("manifest", manifest);
    JsonArray resources = latest.getAsJsonArray("resources");
    resources.get(3).getAsJsonObject().addProperty("created", "2026-03-01T09:00:00.500Z");
    resources
        .get(5)
        .getAsJsonObject()
        .getAsJsonObject("propertyDependencies")
        .add("file", new JsonArray());
  }

  private static String ciphertext(String document) {
    JsonElement first =
        JsonParser.parseString(document)
            .getAsJsonObject()
            .getAsJsonObject("checkpoint")
            .getAsJsonObject("latest")
            .getAsJsonArray("resources")
            .get(0);
    return first
        .getAsJsonObject()
        .getAsJsonObject("outputs")
        .getAsJsonObject("s")
        .get("ciphertext")
        .getAsString();
  }

  private static JsonObject sample() throws IOException {
    try (InputStream in = CheckpointJsonTest.class.getResourceAsStream("pulumi.json")) {
      return JsonParser.parseString(new String(in.readAllBytes(), UTF_8)).getAsJsonObject();
    }
  }

  private static Snapshot read(String json, SecretsProviders providers) throws IOException {
    return CheckpointJson.read(new ByteArrayInputStream(json.getBytes(UTF_8)), providers);
  }

  private static String write(Snapshot snapshot, SecretsProviders providers) {
    return join(
        new CheckpointWriter(providers.of(snapshot.secretsProvider()))
            .checkpoint(STACK, snapshot, NOW));
  }

  private static String join(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toString(UTF_8);
  }
}
