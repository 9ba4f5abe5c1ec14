/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.Folders;
import dev.plinth.engine.state.journal.StoreConformance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileConformanceTest extends StoreConformance {
  @TempDir Path folder;

  @Override
  protected Backend backend() {
    return new FileBackend(folder);
  }

  @Override
  protected String everything() {
    return text(Folders.read(folder));
  }

  @Test
  void a_history_is_for_its_owner_alone_and_its_copy_of_the_state_takes_no_room()
      throws IOException {
    try (StackSession session = new FileStateStore(folder, Map.of()).open(DEV)) {
      flush(session, put("a"));
      Instant now = Instant.ofEpochSecond(1700000000);
      session.addHistory(
          new UpdateInfo("update", now, "", Map.of(), Map.of(), "failed", now, 0, Map.of()));
    }

    Path state = folder.resolve(".pulumi/stacks/shop/dev.json");
    Path history = folder.resolve(".pulumi/history/shop/dev");
    assertThat(permissions(history)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(history)) {
      for (Path file : files.toList()) {
        assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
        assertThat(Files.isSameFile(file, state))
            .isEqualTo(file.toString().endsWith(".checkpoint.json"));
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void what_pulumi_has_packed_is_read_or_refused_by_name() throws IOException {
    Path history = Files.createDirectories(folder.resolve(".pulumi/history/shop/dev"));
    FileStateStore store = new FileStateStore(folder, Map.of());
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(history.resolve("dev-5.history.json.gz")))) {
      packed.write("{\"kind\":\"refresh\"}".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(store.history(DEV, 0, 10)).extracting(UpdateInfo::kind).containsExactly("refresh");

    Files.writeString(history.resolve("dev-6.history.json.zst"), "packed");
    assertThatThrownBy(() -> store.history(DEV, 0, 10))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("dev-6.history.json.zst")
        .hasMessageContaining("Zstandard");
  }
}
