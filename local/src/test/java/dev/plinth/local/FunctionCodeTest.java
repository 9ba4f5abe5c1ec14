/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.image;
import static dev.plinth.local.Accounts.orders;
import static dev.plinth.local.Accounts.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

final class FunctionCodeTest {
  private static final String REPOSITORY = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders";

  @TempDir Path folder;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    lambda = Accounts.open(folder).lambda();
  }

  @Test
  void anUploadedArchiveIsKeptAndMeasured() throws IOException {
    SdkBytes zip = zip("export const handle = 1");

    var created = lambda.createFunction(orders().code(c -> c.zipFile(zip)).build());

    assertThat(created.codeSize()).isEqualTo(zip.asByteArray().length);
    assertThat(created.codeSha256()).hasSize(44).endsWith("=");
    String location = lambda.getFunction(r -> r.functionName("orders")).code().location();
    assertThat(Files.readAllBytes(Path.of(URI.create(location)))).isEqualTo(zip.asByteArray());
  }

  @Test
  void theSameArchiveOfSeveralFunctionsIsKeptUntilTheLastLetsGo() throws IOException {
    SdkBytes zip = zip("shared");
    lambda.createFunction(orders().code(c -> c.zipFile(zip)).build());
    lambda.createFunction(orders().functionName("bills").code(c -> c.zipFile(zip)).build());
    Path file =
        Path.of(URI.create(lambda.getFunction(r -> r.functionName("orders")).code().location()));

    lambda.deleteFunction(r -> r.functionName("orders"));

    assertThat(file).exists();
    lambda.updateFunctionCode(r -> r.functionName("bills").zipFile(zip("changed")));
    assertThat(file).doesNotExist();
    lambda.deleteFunction(r -> r.functionName("bills"));
    try (var left = Files.walk(folder)) {
      assertThat(left.filter(each -> each.toString().endsWith(".zip"))).isEmpty();
    }
  }

  @Test
  void anArchiveThatAVersionUsesIsKept() {
    lambda.createFunction(orders().code(c -> c.zipFile(zip("one"))).publish(true).build());
    lambda.updateFunctionCode(r -> r.functionName("orders").zipFile(zip("two")));

    String location =
        lambda.getFunction(r -> r.functionName("orders").qualifier("1")).code().location();

    assertThat(Path.of(URI.create(location))).exists();
  }

  @Test
  void bytesThatAreNoArchiveAreRefused() {
    byte[] whole = zip("content").asByteArray();
    byte[] torn = Arrays.copyOf(whole, whole.length - 10);

    assertThatThrownBy(() -> create(SdkBytes.fromUtf8String("not a zip")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Could not unzip uploaded file.");
    assertThatThrownBy(() -> create(SdkBytes.fromByteArray(torn)))
        .hasMessageContaining("Could not unzip uploaded file.");
    assertThatThrownBy(() -> create(SdkBytes.fromByteArray(new byte[0])))
        .hasMessageContaining("Uploaded file must be a non-empty zip");
  }

  @Test
  void anEmptyArchiveIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ZipOutputStream(bytes).close();

    assertThatThrownBy(() -> create(SdkBytes.fromByteArray(bytes.toByteArray())))
        .hasMessageContaining("Uploaded file must be a non-empty zip");
  }

  @Test
  void anArchiveOver50MbIsTooLargeToUpload() {
    byte[] large = new byte[52_428_801];

    assertThatThrownBy(() -> create(SdkBytes.fromByteArrayUnsafe(large)))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(413);
              assertThat(e.awsErrorDetails().errorCode())
                  .isEqualTo("RequestEntityTooLargeException");
            });
  }

  @Test
  void anArchiveOver250MbUnzippedIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream bomb = new ZipOutputStream(bytes)) {
      bomb.putNextEntry(new ZipEntry("zeros"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 251; i++) {
        bomb.write(megabyte);
      }
    }

    assertThatThrownBy(() -> create(SdkBytes.fromByteArray(bytes.toByteArray())))
        .hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
  }

  @Test
  void anArchiveExcludesOtherSources() {
    assertThatThrownBy(
            () ->
                lambda.createFunction(
                    orders().code(c -> c.zipFile(zip("x")).s3Bucket("b-1").s3Key("k")).build()))
        .hasMessageContaining("Please do not provide other FunctionCode parameters");
  }

  @Test
  void theSameObjectIsTheSameCodeAndAnotherVersionIsNot() {
    String first = lambda.createFunction(orders().build()).codeSha256();

    String again = update("orders.zip", null);
    String version = update("orders.zip", "v2");

    assertThat(again).isEqualTo(first);
    assertThat(version).isNotEqualTo(first);
    assertThat(lambda.getFunction(r -> r.functionName("orders")).code().location())
        .isEqualTo("https://artifacts.s3.eu-central-1.amazonaws.com/orders.zip?versionId=v2");
  }

  @Test
  void anImageIsResolvedToADigest() {
    var created = lambda.createFunction(image().build());

    var code = lambda.getFunction(r -> r.functionName("orders")).code();
    assertThat(code.repositoryType()).isEqualTo("ECR");
    assertThat(code.imageUri()).isEqualTo(REPOSITORY + ":1.0");
    assertThat(code.resolvedImageUri()).isEqualTo(REPOSITORY + "@sha256:" + created.codeSha256());
    assertThat(created.runtimeVersionConfig()).isNull();
  }

  @Test
  void anImagesOwnDigestIsItsCodesDigest() {
    String digest = "0123456789abcdef".repeat(4);

    var created =
        lambda.createFunction(
            image().code(c -> c.imageUri(REPOSITORY + "@sha256:" + digest)).build());

    assertThat(created.codeSha256()).isEqualTo(digest);
  }

  @Test
  void architecturesChangeWithTheCode() {
    lambda.createFunction(orders().build());

    var updated =
        lambda.updateFunctionCode(
            r ->
                r.functionName("orders")
                    .s3Bucket("artifacts")
                    .s3Key("orders.zip")
                    .architecturesWithStrings("arm64"));

    assertThat(updated.architecturesAsStrings()).containsExactly("arm64");
  }

  @Test
  void aDryRunChangesNothing() {
    String before = lambda.createFunction(orders().build()).codeSha256();

    var dry =
        lambda.updateFunctionCode(r -> r.functionName("orders").zipFile(zip("new")).dryRun(true));

    assertThat(dry.codeSha256()).isNotEqualTo(before);
    assertThat(lambda.getFunctionConfiguration(r -> r.functionName("orders")).codeSha256())
        .isEqualTo(before);
  }

  private void create(SdkBytes zip) {
    lambda.createFunction(orders().code(c -> c.zipFile(zip)).build());
  }

  private String update(String key, String version) {
    return lambda
        .updateFunctionCode(
            r -> r.functionName("orders").s3Bucket("artifacts").s3Key(key).s3ObjectVersion(version))
        .codeSha256();
  }
}
