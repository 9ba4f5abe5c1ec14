/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.testing.AwsErrors;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/** The looks at objects and images that pin a function's code. */
final class ArtifactsTest {
  private static final String GET_OBJECT = "aws:s3/getObject:getObject";
  private static final String GET_IMAGE = "aws:ecr/getImage:getImage";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void an_untouched_object_looks_the_same(Backends.Kind kind) {
    try (Backend aws = kind.open(folder)) {
      PropertyMap object = object(aws, "orders.jar");

      assertThat(object(aws, "orders.jar")).isEqualTo(object);
      assertThat(object.text("etag").orElseThrow()).matches("[0-9a-f]{32}");
      assertThat(object.text("versionId").orElseThrow()).isIn("", "null");
      assertThat(object.text("arn"))
          .contains("arn:aws:s3:::" + aws.surroundings().bucket() + "/orders.jar");
      assertThat(aws.calls().names()).containsExactly("headObject", "headObject");
    }
  }

  @Test
  void an_overwritten_object_has_another_entity_tag() {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      PropertyMap before = object(aws, "orders.jar");

      put(aws, "orders.jar", "other bytes");

      assertThat(object(aws, "orders.jar").text("etag")).isNotEqualTo(before.text("etag"));
    }
  }

  @Test
  void an_overwritten_object_of_a_versioned_bucket_has_another_version() {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      String bucket = aws.surroundings().bucket();
      aws.behind()
          .s3()
          .putBucketVersioning(
              put -> put.bucket(bucket).versioningConfiguration(on -> on.status("Enabled")));
      put(aws, "orders.jar", "one");
      PropertyMap before = object(aws, "orders.jar");

      put(aws, "orders.jar", "one");

      assertThat(before.text("versionId").orElseThrow()).isNotEmpty();
      assertThat(object(aws, "orders.jar").text("versionId"))
          .isNotEqualTo(before.text("versionId"));
    }
  }

  @Test
  void an_object_has_the_checksum_that_it_was_put_with() {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      String bucket = aws.surroundings().bucket();
      aws.behind()
          .s3()
          .putObject(
              put ->
                  put.bucket(bucket)
                      .key("sum.jar")
                      .tagging("team=shop")
                      .checksumAlgorithm(ChecksumAlgorithm.SHA256),
              RequestBody.fromString("bytes"));

      PropertyMap object = object(aws, "sum.jar");

      assertThat(object.text("checksumSha256"))
          .contains("J3CJ2RwL308uaGK6fkoHYFEZQx9dE/cm3TUrBvGyBqk=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3Object", "image"})
  void what_does_not_exist_is_said_with_what_to_do(String what) {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> {
                if (what.equals("image")) {
                  ecr(aws).createRepository(create -> create.repositoryName("shop/orders"));
                  image(aws, "missing");
                } else {
                  object(aws, "missing.jar");
                }
              });

      assertThat(failure)
          .hasMessageContaining(
              what.equals("image")
                  ? "image shop/orders:missing"
                  : "s3://" + aws.surroundings().bucket() + "/missing.jar");
      assertThat(failure.remedy().orElseThrow()).contains("first, or mend");
    }
  }

  @Test
  void what_may_not_be_looked_at_is_said_with_the_permission_that_is_missing() {
    try (Backend aws = Backends.localAccount(folder)) {
      aws.calls().refuse("headObject", AwsErrors.refusal(403, "Forbidden", ""), 1);
      aws.calls()
          .refuse("describeImages", AwsErrors.refusal(400, "AccessDeniedException", "no"), 1);

      assertThatThrownBy(() -> object(aws, "orders.jar"))
          .extracting(e -> ((ProviderException) e).remedy().orElseThrow())
          .asString()
          .contains("s3:GetObject");
      assertThatThrownBy(() -> image(aws, "1.0"))
          .extracting(e -> ((ProviderException) e).remedy().orElseThrow())
          .asString()
          .contains("ecr:DescribeImages", "digest");
    }
  }

  @Test
  void nothing_is_looked_at_in_an_account_that_is_not_allowed() {
    try (Backend aws = Backends.localAccount(folder)) {
      PropertyMap config =
          PropertyMap.builder().put("allowedAccountIds", "[\"999999999999\"]").build();

      assertThatThrownBy(() -> invoke(aws, config, GET_OBJECT, objectArgs(aws, "orders.jar")))
          .hasMessageContaining("123456789012");
      assertThat(aws.calls().names()).containsExactly("getCallerIdentity");
    }
  }

  @Test
  void a_text_is_read_and_so_are_its_tags() {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      String bucket = aws.surroundings().bucket();
      aws.behind()
          .s3()
          .putObject(
              put -> put.bucket(bucket).key("a.txt").contentType("text/plain").tagging("team=shop"),
              RequestBody.fromString("hello"));

      assertThat(object(aws, "a.txt").text("body")).contains("hello");
      assertThat(aws.calls().names()).contains("getObjectAsBytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_image_has_the_digest_of_its_tag(Backends.Kind kind) {
    try (Backend aws = kind.open(folder)) {
      push(kind, aws, "1.0", "one");

      PropertyMap image = image(aws, "1.0");

      String digest = image.text("imageDigest").orElseThrow();
      assertThat(digest).matches("sha256:[0-9a-f]{64}");
      assertThat(image.text("imageUri"))
          .contains(
              aws.surroundings().account()
                  + ".dkr.ecr.eu-central-1.amazonaws.com/shop/orders@"
                  + digest);
      assertThat(image(aws, "1.0").text("imageDigest")).contains(digest);
    }
  }

  @Test
  void a_moved_tag_has_another_digest() {
    try (Backend aws = Backends.Kind.MOTO.open(folder)) {
      push(Backends.Kind.MOTO, aws, "1.0", "one");
      PropertyMap before = image(aws, "1.0");

      push(Backends.Kind.MOTO, aws, "1.0", "two");

      assertThat(image(aws, "1.0").text("imageDigest")).isNotEqualTo(before.text("imageDigest"));
    }
  }

  private static void push(Backends.Kind kind, Backend aws, String tag, String content) {
    if (kind == Backends.Kind.MOTO) {
      if (ecr(aws).describeRepositories().repositories().isEmpty()) {
        ecr(aws).createRepository(create -> create.repositoryName("shop/orders"));
      }
      ecr(aws)
          .putImage(
              put ->
                  put.repositoryName("shop/orders").imageTag(tag).imageManifest(manifest(content)));
    }
  }

  /** moto makes an image's digest of those of its layers. */
  private static String manifest(String content) {
    return """
    {"schemaVersion": 2,
     "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
     "config": {"mediaType": "application/vnd.docker.container.image.v1+json",
                "size": 1, "digest": "sha256:1"},
     "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                 "size": 1, "digest": "%s"}]}
    """
        .formatted(content);
  }

  private static EcrClient ecr(Backend aws) {
    return aws.behind().of(AwsService.ECR);
  }

  private static void put(Backend aws, String key, String content) {
    S3Client s3 = aws.behind().s3();
    s3.putObject(
        put -> put.bucket(aws.surroundings().bucket()).key(key), RequestBody.fromString(content));
  }

  private PropertyMap object(Backend aws, String key) {
    return invoke(aws, PropertyMap.empty(), GET_OBJECT, objectArgs(aws, key));
  }

  private static PropertyMap objectArgs(Backend aws, String key) {
    return PropertyMap.builder()
        .put("bucket", aws.surroundings().bucket())
        .put("key", key)
        .put("checksumMode", "ENABLED")
        .build();
  }

  private PropertyMap image(Backend aws, String tag) {
    PropertyMap args =
        PropertyMap.builder()
            .put("registryId", aws.surroundings().account())
            .put("repositoryName", "shop/orders")
            .put("imageTag", tag)
            .build();
    return invoke(aws, PropertyMap.empty(), GET_IMAGE, args);
  }

  private PropertyMap invoke(Backend aws, PropertyMap config, String token, PropertyMap args) {
    return new Driver(aws, config, folder).provider().invoke(new InvokeRequest(token, args));
  }
}
