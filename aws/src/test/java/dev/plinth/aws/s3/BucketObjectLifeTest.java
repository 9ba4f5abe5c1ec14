/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How objects are put, changed and deleted. */
final class BucketObjectLifeTest {
  private static final String TYPE = "aws:s3/bucketObjectv2:BucketObjectv2";
  private static final PropertyMap INPUTS =
      PropertyMap.builder()
          .put("bucket", "artifacts")
          .put("key", "orders.txt")
          .put("content", "one")
          .build();

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_key_that_is_left_out_is_the_logical_name() {
    Deployed created = driver.create(TYPE, INPUTS.without("key"));

    assertThat(created.id()).isEqualTo("thing");
    assertThat(created.outputs().text("arn")).contains("arn:aws:s3:::artifacts/thing");
  }

  @Test
  void an_archive_is_put_as_the_zip_that_it_packs_to() throws IOException {
    Files.createDirectory(folder.resolve("code"));
    Files.writeString(folder.resolve("code/app.py"), "print()");
    PropertyMap inputs =
        INPUTS
            .without("content")
            .with("source", archive("code"))
            .with("checksumAlgorithm", PropertyValue.of("SHA256"));

    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.outputs().text("checksumSha256")).isPresent();
    assertThat(driver.diff(created, inputs).detailed()).isEmpty();
  }

  @Test
  void new_content_is_put_and_new_tags_alone_are_not() {
    Deployed created = driver.create(TYPE, INPUTS);
    aws.calls().forget();

    PropertyMap tagged =
        INPUTS.with("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build()));
    Deployed updated = driver.update(created, tagged);
    assertThat(aws.calls().names()).contains("putObjectTagging").doesNotContain("putObject");

    driver.update(updated, tagged.with("content", PropertyValue.of("two")));
    assertThat(count("putObject")).isEqualTo(1);
  }

  @Test
  void all_that_is_wrong_is_told_in_the_preview() {
    PropertyMap wrong =
        INPUTS
            .with("key", PropertyValue.of("/orders.txt"))
            .with("contentBase64", PropertyValue.of("b25l"))
            .with("objectLockMode", PropertyValue.of("GOVERNANCE"))
            .with("metadata", PropertyValue.of(PropertyMap.builder().put("Kind", "code").build()));

    assertThat(driver.check(TYPE, PropertyMap.empty(), wrong).failures())
        .extracting(CheckFailure::property)
        .containsExactlyInAnyOrder("key", "contentBase64", "objectLockMode", "metadata");
  }

  @Test
  void an_import_without_the_bucket_says_how_to_ask() {
    assertThatThrownBy(() -> driver.read(TYPE, "orders.txt"))
        .hasMessageContaining("in which bucket");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    PropertyMap inputs = INPUTS.without("content").with("source", archive("missing.zip"));

    assertThatThrownBy(() -> driver.create(TYPE, inputs)).hasMessageContaining("missing.zip");
  }

  private static PropertyValue archive(String path) {
    return new ArchiveValue(new Archive.FileArchive(path, Optional.of("0".repeat(64))));
  }

  private long count(String call) {
    return aws.calls().names().stream().filter(call::equals).count();
  }
}
