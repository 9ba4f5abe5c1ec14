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
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssetHasherTest {
  @TempDir Path base;

  @Test
  void theHashOfAnAssetIsTheSha256OfItsContent() throws IOException {
    Files.writeString(base.resolve("a.txt"), "abc");
    String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    PropertyMap filled =
        fill(
            PropertyMap.builder()
                .put("text", new AssetValue(new Asset.TextAsset("abc", Optional.empty())))
                .put("file", new AssetValue(new Asset.FileAsset("a.txt", Optional.empty())))
                .build());

    assertThat(filled)
        .isEqualTo(
            PropertyMap.builder()
                .put("text", new AssetValue(new Asset.TextAsset("abc", Optional.of(hash))))
                .put("file", new AssetValue(new Asset.FileAsset("a.txt", Optional.of(hash))))
                .build());
  }

  @Test
  void whatWasReadOfAnArchiveIsListedByItsHash() throws IOException {
    Files.createDirectories(base.resolve("app/lib"));
    Files.writeString(base.resolve("app/a"), "one");
    Files.writeString(base.resolve("app/lib/b"), "one");
    AssetHasher hasher = new AssetHasher(base);

    PropertyMap filled =
        hasher.fill(
            PropertyMap.of(
                "code", new ArchiveValue(new Archive.FileArchive("app", Optional.empty()))));

    String hash = ((ArchiveValue) filled.get("code").orElseThrow()).archive().hash().orElseThrow();
    assertThat(hasher.listings()).containsOnlyKeys(hash);
    Map<String, String> files = hasher.listings().values().iterator().next().files();
    assertThat(files).containsOnlyKeys("a", "lib/b");
    assertThat(files.get("a")).isEqualTo(files.get("lib/b"));
  }

  @Test
  void aHashThatWasSentIsNotTrusted() {
    AssetValue asset = new AssetValue(new Asset.TextAsset("abc", Optional.of("stale")));

    assertThat(fill(PropertyMap.of("text", asset)).get("text").orElseThrow().toString())
        .contains("ba7816bf")
        .doesNotContain("stale");
  }

  @Test
  void fillsInsideListsObjectsAndSecrets() {
    AssetValue asset = new AssetValue(new Asset.TextAsset("abc", Optional.empty()));

    PropertyMap filled =
        fill(
            PropertyMap.of(
                "outer",
                PropertyValue.of(
                    List.of(new Secret(PropertyValue.of(PropertyMap.of("in", asset)))))));

    assertThat(filled.withoutSecrets().toString()).contains("ba7816bf");
    assertThat(filled.containsSecrets()).isTrue();
  }

  @Test
  void propertiesWithoutAssetsAreReturnedAsTheyAre() {
    PropertyMap properties = PropertyMap.of("a", PropertyValue.of(List.of(PropertyValue.of(1))));

    assertThat(fill(properties)).isSameAs(properties);
  }

  @Test
  void theHashOfAnArchiveIgnoresTimesAndOrder() throws IOException {
    zip("one.zip", 0L, "a.js", "b.js");
    zip("two.zip", 1_000_000_000_000L, "b.js", "a.js");
    Files.createDirectories(base.resolve("folder"));
    Files.writeString(base.resolve("folder/a.js"), "content of a.js");
    Files.writeString(base.resolve("folder/b.js"), "content of b.js");

    assertThat(hash("one.zip")).isEqualTo(hash("two.zip")).isEqualTo(hash("folder"));
  }

  @Test
  void theHashOfAnArchiveFollowsNamesContentsAndExecutableFlags() throws IOException {
    write("plain.zip", new ZipSample("a", "1", 0100644));
    write("executable.zip", new ZipSample("a", "1", 0100755));
    write("renamed.zip", new ZipSample("b", "1", 0100644));
    write("changed.zip", new ZipSample("a", "2", 0100644));

    assertThat(
            List.of(
                hash("plain.zip"),
                hash("executable.zip"),
                hash("renamed.zip"),
                hash("changed.zip")))
        .doesNotHaveDuplicates();
  }

  @Test
  void reportsEveryMissingFileWithItsProperty() {
    PropertyMap properties =
        PropertyMap.builder()
            .put("code", new ArchiveValue(new Archive.FileArchive("app.zip", Optional.empty())))
            .put(
                "files",
                PropertyValue.of(
                    List.of(new AssetValue(new Asset.FileAsset("a.txt", Optional.empty())))))
            .build();

    assertThatThrownBy(() -> fill(properties))
        .isInstanceOf(AssetException.class)
        .hasMessage(
            "property code: "
                + base.resolve("app.zip")
                + " does not exist\nproperty files[0]: "
                + base.resolve("a.txt")
                + " does not exist");
  }

  private PropertyMap fill(PropertyMap properties) {
    return new AssetHasher(base).fill(properties);
  }

  private String hash(String path) {
    PropertyMap properties =
        PropertyMap.of("code", new ArchiveValue(new Archive.FileArchive(path, Optional.empty())));
    ArchiveValue filled = (ArchiveValue) fill(properties).get("code").orElseThrow();
    return filled.archive().hash().orElseThrow();
  }

  private void write(String path, ZipSample entry) throws IOException {
    ZipSample.write(base.resolve(path), List.of(entry));
  }

  private void zip(String path, long time, String... names) throws IOException {
    try (OutputStream out = Files.newOutputStream(base.resolve(path));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(("content of " + name).getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }
}
