/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStateStoreTest {
  private static final StackName DEV = new StackName("shop", "dev");

  @TempDir Path folder;
  private Path root;
  private FileStateStore store;

  @BeforeEach
  void openStore() {
    root = folder.resolve("state");
    store = new FileStateStore(root, Map.of());
  }

  @Test
  void readingAnAbsentStoreMakesNothing() {
    assertThat(store.stacks()).isEmpty();
    assertThat(store.load(DEV)).isEmpty();
    assertThat(store.tags(DEV)).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void keepsStacksWherePulumiLooksForThem() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      session.saveTags(Map.of("pulumi:project", "shop"));
      assertThat(files())
          .anyMatch(
              path ->
                  path.matches(
                      "\\.pulumi/locks/organization/shop/dev/[0-9a-f]{8}-[0-9a-f-]{27}\\.json"));
      session.save(snapshot("a", "b"));
    }

    assertThat(files())
        .containsExactly(
            ".pulumi/meta.yaml",
            ".pulumi/plinth-locks/shop/dev.lock",
            ".pulumi/stacks/shop/dev.json",
            ".pulumi/stacks/shop/dev.json.bak",
            ".pulumi/stacks/shop/dev.pulumi-tags");
    assertThat(root.resolve(".pulumi/meta.yaml")).hasContent("version: 1");
    assertThat(store.stacks()).containsExactly(DEV);
    assertThat(store.tags(DEV)).containsExactly(Map.entry("pulumi:project", "shop"));
  }

  @Test
  void filesAreForTheirOwnerAlone() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      session.save(snapshot("b"));
      session.saveTags(Map.of());
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as(path.toString())
              .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
      }
    }
  }

  @Test
  void whatWasSavedIsLoadedByAnotherStore() {
    Snapshot saved = snapshot("a", "b");
    try (StackSession session = store.open(DEV)) {
      session.save(saved);
      assertThat(session.snapshot()).isSameAs(saved);
    }

    assertThat(new FileStateStore(root, Map.of()).load(DEV)).contains(saved);
  }

  @Test
  void theBackupHoldsTheStateBeforeTheLastSave() {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      session.save(snapshot("a", "b"));
    }

    assertThat(stateFile()).content().contains("::b\"");
    assertThat(Path.of(stateFile() + ".bak")).content().contains("::a\"").doesNotContain("::b\"");
  }

  @Test
  void aSnapshotOfTheSameObjectsIsNotWrittenAgain() throws IOException {
    Snapshot saved = snapshot("a");
    try (StackSession session = store.open(DEV)) {
      session.save(saved);
      Object before = Files.readAttributes(stateFile(), "unix:ino,lastModifiedTime");

      session.save(saved.with(saved.resources(), List.of()));

      assertThat(Files.readAttributes(stateFile(), "unix:ino,lastModifiedTime")).isEqualTo(before);
    }
  }

  @Test
  void anEmptySnapshotMakesTheStack() {
    try (StackSession session = store.open(DEV)) {
      session.save(Snapshot.empty());
    }

    assertThat(store.stacks()).containsExactly(DEV);
    assertThat(store.load(DEV)).isPresent();
  }

  @Test
  void aSecretWithoutPassphraseIsRefusedAndTheStateStays() {
    ResourceState secret =
        ResourceState.builder(urn("a"))
            .outputs(PropertyMap.of("s", new Secret(PropertyValue.of("hunter2"))))
            .build();
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));

      assertThatThrownBy(() -> session.secrets().requireAvailable())
          .isInstanceOf(SecretsException.class);
      assertThatThrownBy(
              () -> session.save(new Snapshot(Optional.empty(), List.of(secret), List.of())))
          .isInstanceOf(SecretsException.class)
          .hasMessageNotContaining("hunter2");
      assertThat(session.snapshot()).isEqualTo(snapshot("a"));
    }
    assertThat(store.load(DEV)).contains(snapshot("a"));
  }

  @Test
  void secretsAreEncryptedOnDiskAndStayAsTheyWereWhenOthersChange() throws IOException {
    FileStateStore withKey = new FileStateStore(root, Map.of("PULUMI_CONFIG_PASSPHRASE", "p"));
    ResourceState secret =
        ResourceState.builder(urn("a"))
            .outputs(PropertyMap.of("s", new Secret(PropertyValue.of("hunter2"))))
            .build();
    try (StackSession session = withKey.open(DEV)) {
      session.save(new Snapshot(Optional.empty(), List.of(secret), List.of()));
    }
    String before = Files.readString(stateFile());

    // Another process without the passphrase may still change other resources.
    Snapshot loaded = store.load(DEV).orElseThrow();
    List<ResourceState> more = new ArrayList<>(loaded.resources());
    more.add(ResourceState.builder(urn("b")).build());
    try (StackSession session = store.open(DEV)) {
      session.save(loaded.with(more, List.of()));
    }

    assertThat(before).doesNotContain("hunter2").contains("\"secrets_providers\"");
    String ciphertext = before.replaceAll("(?s).*\"ciphertext\":\"([^\"]+)\".*", "$1");
    assertThat(stateFile()).content().contains(ciphertext).contains("::b\"");
    assertThat(withKey.load(DEV).orElseThrow().resources().get(0).outputs().text("s"))
        .contains("hunter2");
  }

  @Test
  void aDamagedStateNamesTheFileAndItsBackup() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      session.save(snapshot("b"));
    }
    Files.writeString(stateFile(), Files.readString(stateFile()).substring(0, 200));

    assertThatThrownBy(() -> store.load(DEV))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e).hasMessageContaining(stateFile() + " cannot be used: ");
              assertThat(e.remedy()).contains(stateFile() + ".bak");
            });
    assertThatThrownBy(() -> store.open(DEV)).isInstanceOf(StateException.class);
    assertThat(files()).noneMatch(path -> path.startsWith(".pulumi/locks"));
  }

  @Test
  void anUnsoundSnapshotIsNotWritten() {
    ResourceState orphan =
        ResourceState.builder(urn("a")).dependencies(List.of(urn("gone"))).build();
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));

      assertThatThrownBy(
              () -> session.save(new Snapshot(Optional.empty(), List.of(orphan), List.of())))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("was not written, because it is not sound");
    }
    assertThat(store.load(DEV)).contains(snapshot("a"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidWithARemedyAndNothingIsLost() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      // A folder in the temporary file's place fails for every user, the superuser too.
      Path obstacle = Path.of(stateFile() + ".tmp");
      Files.createDirectories(obstacle.resolve("full"));

      assertThatThrownBy(() -> session.save(snapshot("b")))
          .isInstanceOfSatisfying(
              StateException.class,
              e -> {
                assertThat(e).hasMessageContaining("cannot write " + stateFile());
                assertThat(e.remedy()).isNotEmpty();
              });
      assertThat(session.snapshot()).isEqualTo(snapshot("a"));

      Files.delete(obstacle.resolve("full"));
      session.save(snapshot("c"));
    }
    assertThat(store.load(DEV)).contains(snapshot("c"));
  }

  @Test
  void aFullDiskComesWithItsRemedy() {
    IOException noSpace = new IOException("No space left on device");
    StateException failure = StorageFailure.of("write", stateFile(), noSpace);

    assertThat(failure.remedy()).startsWith("free some space").contains("is intact");
  }

  @Test
  void aStateThatPulumiCompressedIsReadAndReplaced() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
    }
    Path gzipped = Path.of(stateFile() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      Files.copy(stateFile(), out);
    }
    Files.delete(stateFile());

    assertThat(store.load(DEV)).contains(snapshot("a"));
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("b"));
    }

    assertThat(gzipped).doesNotExist();
    assertThat(store.load(DEV)).contains(snapshot("b"));
  }

  @Test
  void otherLayoutsAreRefused() throws IOException {
    Path stacks = Files.createDirectories(root.resolve(".pulumi/stacks"));
    Files.writeString(stacks.resolve("dev.json"), "{}");
    assertThatThrownBy(() -> store.open(DEV))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("old layout");

    Files.writeString(root.resolve(".pulumi/meta.yaml"), "version: 2\n");
    assertThatThrownBy(() -> store.stacks())
        .isInstanceOf(StateException.class)
        .hasMessageContaining("layout 2");
  }

  @Test
  void aRemovedStackLeavesNothing() throws IOException {
    try (StackSession session = store.open(DEV)) {
      session.save(snapshot("a"));
      session.save(snapshot("b"));
      session.saveTags(Map.of("a", "b"));
      session.remove();
    }

    assertThat(store.stacks()).isEmpty();
    assertThat(store.load(DEV)).isEmpty();
    assertThat(files()).noneMatch(path -> path.startsWith(".pulumi/stacks"));
  }

  @Test
  void anInterruptedThreadStillSaves() {
    try (StackSession session = store.open(DEV)) {
      Thread.currentThread().interrupt();

      session.save(snapshot("a"));

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(store.load(DEV)).contains(snapshot("a"));
  }

  private Path stateFile() {
    return root.resolve(".pulumi/stacks/shop/dev.json");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private static Snapshot snapshot(String... names) {
    List<ResourceState> resources =
        Stream.of(names).map(name -> ResourceState.builder(urn(name)).build()).toList();
    return new Snapshot(Optional.empty(), resources, List.of()).with(resources, List.of());
  }

  private static Urn urn(String name) {
    return Urn.of("dev", "shop", Optional.empty(), "acme:web:Site", name);
  }
}
