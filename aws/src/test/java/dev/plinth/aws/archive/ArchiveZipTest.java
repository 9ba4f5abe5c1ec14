/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.asset.ArchiveContents;
import dev.plinth.engine.asset.ArchiveEntry;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to AWS for an archive. */
final class ArchiveZipTest {
  @TempDir Path folder;

  @Test
  void sendsAZipOrJarAsItIs() throws IOException {
    byte[] content = {1, 2, 3};
    Files.write(folder.resolve("app.jar"), content);

    assertThat(ArchiveZip.bytes(file("app.jar"), folder)).isEqualTo(content);
  }

  @Test
  void packsAFolderTheSameWayWheneverItWasWritten() throws IOException {
    write("app/b.txt", "b");
    write("app/a/x.txt", "x");
    byte[] first = ArchiveZip.bytes(file("app"), folder);
    Files.setLastModifiedTime(folder.resolve("app/b.txt"), FileTime.from(Instant.EPOCH));

    assertThat(ArchiveZip.bytes(file("app"), folder)).isEqualTo(first);
    assertThat(names(first)).containsExactly("a/x.txt", "b.txt");
  }

  @Test
  void packsAssets() {
    Archive archive =
        new Archive.AssetArchive(
            Map.of("index.py", new AssetValue(new Asset.TextAsset("pass", Optional.empty()))),
            Optional.empty());

    assertThat(names(ArchiveZip.bytes(archive, folder))).containsExactly("index.py");
  }

  @Test
  void keepsWhatMayBeExecuted() throws IOException {
    write("app/bootstrap", "#!/bin/sh");
    write("app/data.txt", "x");
    Files.setPosixFilePermissions(
        folder.resolve("app/bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));

    Files.write(folder.resolve("packed.zip"), ArchiveZip.bytes(file("app"), folder));

    try (ArchiveContents contents = ArchiveContents.open(file("packed.zip"), folder)) {
      assertThat(contents.entries())
          .extracting(ArchiveEntry::path, ArchiveEntry::executable)
          .containsExactly(
              org.assertj.core.api.Assertions.tuple("bootstrap", true),
              org.assertj.core.api.Assertions.tuple("data.txt", false));
    }
  }

  @Test
  void saysWhatCannotBeRead() {
    assertThatThrownBy(() -> ArchiveZip.bytes(file("missing.zip"), folder))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("missing.zip");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text, StandardCharsets.UTF_8);
  }

  private static Archive file(String path) {
    return new Archive.FileArchive(path, Optional.empty());
  }

  private static List<String> names(byte[] zip) {
    List<String> names = new ArrayList<>();
    try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return names;
  }
}
