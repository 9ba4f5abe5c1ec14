/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import dev.plinth.local.catalogue.ResourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;

/** What the specifications of the local account start from. */
final class Accounts {
  static final String ROLE = "arn:aws:iam::123456789012:role/orders";
  static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:orders";
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00.042Z");

  private Accounts() {}

  static LocalAccountOptions options() {
    return LocalAccountOptions.of("eu-central-1");
  }

  static LocalAccount open(Path folder) {
    return LocalAccount.open(folder, options());
  }

  static LocalAccount strict(Path folder) {
    return LocalAccount.open(folder, options().withStrict(true));
  }

  /** A strict account that has all that {@link #orders} names. */
  static LocalAccount furnished(Path folder) {
    LocalAccount account = strict(folder);
    account.declare(ResourceKind.ROLE, ROLE);
    account.declare(ResourceKind.OBJECT, "s3://artifacts/orders.zip");
    return account;
  }

  /** A valid request for a function named orders, with its code in S3. */
  static CreateFunctionRequest.Builder orders() {
    return CreateFunctionRequest.builder()
        .functionName("orders")
        .role(ROLE)
        .runtime("java21")
        .handler("shop.Orders::handle")
        .code(code -> code.s3Bucket("artifacts").s3Key("orders.zip"));
  }

  static CreateFunctionRequest.Builder image() {
    return CreateFunctionRequest.builder()
        .functionName("orders")
        .role(ROLE)
        .packageType("Image")
        .code(code -> code.imageUri("123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders:1.0"));
  }

  static List<FileSystemConfig> mount(String accessPoint, String path) {
    return List.of(FileSystemConfig.builder().arn(accessPoint).localMountPath(path).build());
  }

  static SdkBytes zip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("index.mjs"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }

  /** A clock that stands still until it is told otherwise. */
  static final class HandClock extends Clock {
    private Instant now = NOON;

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the account asks for no zone");
    }
  }
}
