/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestLoaderTest {
  private static final String MANIFEST =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsLambda
      metadata:
        name: %s
      """;

  @TempDir Path folder;

  @Test
  void reads_the_manifest_files_of_a_folder_in_the_order_of_their_names() throws IOException {
    Files.writeString(folder.resolve("b.yml"), MANIFEST.formatted("second"));
    Files.writeString(folder.resolve("a.yaml"), MANIFEST.formatted("first"));
    Files.writeString(
        folder.resolve("c.json"), "{\"kind\": \"AwsLambda\", \"metadata\": {\"name\": \"third\"}}");
    Files.writeString(folder.resolve("notes.txt"), "not a manifest");
    Files.createDirectory(folder.resolve("d.yaml"));

    LoadResult loaded = load(folder.toString());

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(names(loaded)).containsExactly("first", "second", "third");
  }

  @Test
  void reads_several_documents_of_one_file_and_numbers_the_later_ones() {
    String text = MANIFEST.formatted("first") + "---\n" + MANIFEST.formatted("second");

    LoadResult loaded = new ManifestLoader().loadText("orders.yaml", text);

    assertThat(names(loaded)).containsExactly("first", "second");
    assertThat(loaded.manifests())
        .extracting(Manifest::documentName)
        .containsExactly("orders.yaml", "orders.yaml#2");
  }

  @Test
  void reads_standard_input_for_a_dash() {
    InputStream stdin = bytes(MANIFEST.formatted("piped"));

    LoadResult loaded = new ManifestLoader().load(List.of("-"), stdin);

    assertThat(names(loaded)).containsExactly("piped");
    assertThat(loaded.manifests().get(0).sources().locate("metadata.name")).hasToString("-:4:9");
  }

  @Test
  void reports_the_faults_of_all_files_at_once() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "kind: AwsLambda\nspecs: {}\n");
    Files.writeString(folder.resolve("b.yaml"), "kind: AwsLamda\n");

    LoadResult loaded = load(folder.toString(), folder.resolve("gone.yaml").toString());

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(
            "manifest.unknown-field", "manifest.unknown-kind", "manifest.unreadable");
    assertThat(loaded.hasErrors()).isTrue();
  }

  @Test
  void reads_the_same_message_from_either_case_of_field_names() {
    String snake = "kind: AwsLambda\nspec: {memory_mb: 256, code_source_type: CODE_SOURCE_TYPE_S3}";
    String camel = "kind: AwsLambda\nspec: {memoryMb: 256, codeSourceType: CODE_SOURCE_TYPE_S3}";

    assertThat(only(snake).message()).isEqualTo(only(camel).message());
  }

  @Test
  void takes_a_bare_value_for_a_value_or_reference() {
    AwsLambda.Builder expected = AwsLambda.newBuilder().setKind("AwsLambda");
    expected.getSpecBuilder().getRoleArnBuilder().setValue("arn");
    expected.getSpecBuilder().addSubnetsBuilder().setValue("subnet-1");

    Manifest<AwsLambda> manifest =
        only("kind: AwsLambda\nspec: {role_arn: arn, subnets: [subnet-1]}");

    assertThat(manifest.message()).isEqualTo(expected.build());
  }

  @Test
  void keeps_the_difference_between_no_reserved_concurrency_and_none_at_all() {
    assertThat(only("kind: AwsLambda\nspec: {}").message().getSpec().hasReservedConcurrency())
        .isFalse();
    assertThat(
            only("kind: AwsLambda\nspec: {reserved_concurrency: 0}")
                .message()
                .getSpec()
                .hasReservedConcurrency())
        .isTrue();
  }

  @Test
  void finds_the_place_of_what_encloses_a_field_that_is_not_in_the_file() {
    SourceMap sources = only("kind: AwsLambda\nspec:\n  s3:\n    bucket: b\n").sources();

    assertThat(sources.locate("spec.s3.bucket")).hasToString("f.yaml:4:13");
    assertThat(sources.locate("spec.s3.key")).hasToString("f.yaml:3:3");
    assertThat(sources.locate("spec.environment[\"A.B\"]")).hasToString("f.yaml:2:1");
    assertThat(sources.locate("metadata.name")).hasToString("f.yaml:1:1");
  }

  @Test
  void refuses_a_large_file_without_reading_all_of_it() throws IOException {
    CountingStream endless = new CountingStream();

    LoadResult loaded = new ManifestLoader().load(List.of("-"), endless);

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("manifest.too-large");
    assertThat(endless.count).isLessThan(5 * 1024 * 1024);
  }

  @Test
  void refuses_a_file_of_50_megabytes() throws IOException {
    Path large = folder.resolve("large.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50L * 1024 * 1024);
    }

    assertThat(load(large.toString()).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("manifest.too-large");
  }

  @Test
  void points_at_the_first_byte_that_is_not_utf8() {
    byte[] text = "kind: AwsLambda\nspec: {a: \"äX\"}\n".getBytes(StandardCharsets.UTF_8);
    text[text.length - 4] = (byte) 0xFF;

    LoadResult loaded = new ManifestLoader().load(List.of("-"), new ByteArrayInputStream(text));

    assertThat(loaded.diagnostics()).hasSize(1);
    assertThat(loaded.diagnostics().get(0).code()).isEqualTo("manifest.not-utf8");
    assertThat(loaded.diagnostics().get(0).location()).contains(new SourceLocation("-", 2, 13));
  }

  @Test
  void points_at_a_character_that_yaml_does_not_allow() {
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", "kind: AwsLambda\nspec: \u0007\n");

    assertThat(loaded.diagnostics()).hasSize(1);
    assertThat(loaded.diagnostics().get(0).message()).contains("U+0007");
    assertThat(loaded.diagnostics().get(0).location().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void reports_a_folder_without_manifests() {
    assertThat(load(folder.toString()).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("manifest.unreadable");
  }

  @Test
  void reads_a_provider_config_from_a_file_of_its_own() throws IOException {
    Path file = folder.resolve("provider.yaml");
    Files.writeString(file, "region: eu-west-1\naccountId: \"123456789012\"\n");

    DocumentResult<AwsProviderConfig> result =
        new ManifestLoader().loadDocument(file.toString(), AwsProviderConfig.getDefaultInstance());

    assertThat(result.orThrow().message().getRegion()).isEqualTo("eu-west-1");
    assertThat(result.orThrow().message().getAccountId()).isEqualTo("123456789012");
  }

  @Test
  void reads_a_stack_input_from_text() {
    String text =
        "target:\n  kind: AwsLambda\n  metadata: {name: orders}\nprovider_config: {region: eu-west-1}\n";

    DocumentResult<AwsLambdaStackInput> result =
        new ManifestLoader()
            .parseDocument("stack input", text, AwsLambdaStackInput.getDefaultInstance());

    assertThat(result.orThrow().message().getTarget().getMetadata().getName()).isEqualTo("orders");
  }

  @Test
  void throws_what_is_wrong_with_a_document_when_asked_for_it() {
    DocumentResult<AwsProviderConfig> result =
        new ManifestLoader()
            .parseDocument("p.yaml", "regoin: x", AwsProviderConfig.getDefaultInstance());

    assertThatThrownBy(result::orThrow)
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("did you mean region?");
  }

  @Test
  void never_shows_what_stands_in_a_secret_field() {
    String text = "secret_access_key: 123456789\nsession_token: [topsecret]\nregion: 12\n";

    DocumentResult<AwsProviderConfig> result =
        new ManifestLoader().parseDocument("p.yaml", text, AwsProviderConfig.getDefaultInstance());

    assertThat(result.diagnostics()).hasSize(3);
    assertThat(result.diagnostics().toString()).doesNotContain("123456789", "topsecret");
  }

  private static LoadResult load(String... paths) {
    return new ManifestLoader().load(List.of(paths), InputStream.nullInputStream());
  }

  private static Manifest<AwsLambda> only(String text) {
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", text);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.of(ManifestKinds.AWS_LAMBDA).get(0);
  }

  private static List<String> names(LoadResult loaded) {
    return loaded.of(ManifestKinds.AWS_LAMBDA).stream()
        .map(manifest -> manifest.message().getMetadata().getName())
        .toList();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives blanks without end and counts them. */
  private static final class CountingStream extends InputStream {
    private long count;

    @Override
    public int read() {
      count++;
      return ' ';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      java.util.Arrays.fill(bytes, offset, offset + length, (byte) ' ');
      count += length;
      return length;
    }
  }
}
