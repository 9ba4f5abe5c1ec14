/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveContentsTest {
  @TempDir Path base;

  @Test
  void listsAFolderRecursivelyInPathOrder() throws IOException {
    write("code/z.js", "z");
    write("code/lib/a.js", "a");
    write("code/B.js", "b");

    assertThat(read(folder("code"))).containsExactly("B.js=b", "lib/a.js=a", "z.js=z");
  }

  @Test
  void carriesTheExecutableFlagOfFolders() throws IOException {
    Path bootstrap = write("code/bootstrap", "#!");
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    write("code/data", "-");

    assertThat(executables(folder("code"))).containsExactly("bootstrap");
  }

  @Test
  void carriesTheExecutableFlagOfZipFiles() throws IOException {
    ZipSample.write(
        base.resolve("app.zip"),
        List.of(new ZipSample("bootstrap", "#!", 0100755), new ZipSample("data", "-", 0100644)));

    assertThat(executables(folder("app.zip"))).containsExactly("bootstrap");
    assertThat(read(folder("app.zip"))).containsExactly("bootstrap=#!", "data=-");
  }

  @Test
  void acceptsZipEntriesThatStartWithADot() throws IOException {
    ZipSample.write(base.resolve("app.zip"), List.of(new ZipSample("./index.js", "x", 0100755)));

    assertThat(read(folder("app.zip"))).containsExactly("index.js=x");
    assertThat(executables(folder("app.zip"))).containsExactly("index.js");
  }

  @Test
  void refusesZipEntriesThatLeadOutOfTheArchive() throws IOException {
    ZipSample.write(base.resolve("up.zip"), List.of(new ZipSample("a/../../evil", "x", 0100644)));
    ZipSample.write(base.resolve("root.zip"), List.of(new ZipSample("/etc/evil", "x", 0100644)));

    assertThatThrownBy(() -> read(folder("up.zip")))
        .isInstanceOf(AssetException.class)
        .hasMessage("the archive entry a/../../evil leads out of the archive");
    assertThatThrownBy(() -> read(folder("root.zip")))
        .isInstanceOf(AssetException.class)
        .hasMessage("the archive entry /etc/evil is not a relative path");
  }

  @Test
  void nestsAssetsAndArchivesByName() throws IOException {
    write("lib/util.js", "util");
    ZipSample.write(base.resolve("vendor.zip"), List.of(new ZipSample("v.js", "v", 0100755)));
    Archive archive =
        assets(
            Map.of(
                "index.js", new AssetValue(new Asset.TextAsset("main", Optional.empty())),
                "copy.js", new AssetValue(new Asset.FileAsset("lib/util.js", Optional.empty())),
                "lib", new ArchiveValue(folder("lib")),
                "vendor/x", new ArchiveValue(folder("vendor.zip"))));

    assertThat(read(archive))
        .containsExactly("copy.js=util", "index.js=main", "lib/util.js=util", "vendor/x/v.js=v");
    assertThat(executables(archive)).containsExactly("vendor/x/v.js");
  }

  @Test
  void refusesTwoMembersOfOnePath() throws IOException {
    write("lib/util.js", "util");
    Archive archive =
        assets(
            Map.of(
                "lib", new ArchiveValue(folder("lib")),
                "lib/util.js", new AssetValue(new Asset.TextAsset("other", Optional.empty()))));

    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(AssetException.class)
        .hasMessage("two members of an archive have the path lib/util.js");
  }

  @Test
  void followsSymbolicLinks() throws IOException {
    write("shared/s.js", "s");
    write("code/index.js", "i");
    Files.createSymbolicLink(base.resolve("code/shared"), base.resolve("shared"));

    assertThat(read(folder("code"))).containsExactly("index.js=i", "shared/s.js=s");
  }

  @Test
  void refusesALinkThatLeadsBackIntoItsFolder() throws IOException {
    write("code/index.js", "i");
    Files.createSymbolicLink(base.resolve("code/again"), base.resolve("code"));

    assertThatThrownBy(() -> read(folder("code")))
        .isInstanceOf(AssetException.class)
        .hasMessageContaining("symbolic link that leads back into itself");
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    write("code/index.js", "i");
    Files.createSymbolicLink(base.resolve("code/gone.js"), base.resolve("missing.js"));

    assertThatThrownBy(() -> read(folder("code")))
        .isInstanceOf(AssetException.class)
        .hasMessageContaining("gone.js is a symbolic link to a file that does not exist");
  }

  @Test
  void namesTheArchiveThatIsMissingOrNoArchive() throws IOException {
    write("notes.txt", "no zip");

    assertThatThrownBy(() -> read(folder("missing.zip")))
        .isInstanceOf(AssetException.class)
        .hasMessage(base.resolve("missing.zip") + " does not exist");
    assertThatThrownBy(() -> read(folder("notes.txt")))
        .isInstanceOf(AssetException.class)
        .hasMessageContaining("notes.txt is neither a folder nor a sound zip or jar file");
  }

  @Test
  void readsFileUrisAndRefusesOthers() throws IOException {
    Path file = write("a.txt", "text");

    assertThat(AssetContent.of(remote(file.toUri().toString()), base).size()).isEqualTo(4);
    assertThatThrownBy(() -> AssetContent.of(remote("https://example.com/a.txt"), base))
        .isInstanceOf(AssetException.class)
        .hasMessageContaining("https://example.com/a.txt is not a file: URI");
  }

  private static Asset remote(String uri) {
    return new Asset.RemoteAsset(uri, Optional.empty());
  }

  private static Archive folder(String path) {
    return new Archive.FileArchive(path, Optional.empty());
  }

  private static Archive assets(Map<String, PropertyValue> members) {
    return new Archive.AssetArchive(members, Optional.empty());
  }

  private List<String> executables(Archive archive) throws IOException {
    try (ArchiveContents contents = ArchiveContents.open(archive, base)) {
      return contents.entries().stream()
          .filter(ArchiveEntry::executable)
          .map(ArchiveEntry::path)
          .toList();
    }
  }

  private List<String> read(Archive archive) throws IOException {
    try (ArchiveContents contents = ArchiveContents.open(archive, base)) {
      List<String> texts = new java.util.ArrayList<>();
      for (ArchiveEntry entry : contents.entries()) {
        try (InputStream in = entry.open()) {
          byte[] bytes = in.readAllBytes();
          assertThat(entry.size()).isEqualTo(bytes.length);
          texts.add(entry.path() + "=" + new String(bytes, UTF_8));
        }
      }
      return texts;
    }
  }

  private Path write(String path, String content) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
