/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which bytes a function runs where the manifest does not say. */
class CodePinTest {
  private static final String GET_OBJECT = "aws:s3/getObject:getObject";
  private static final String GET_IMAGE = "aws:ecr/getImage:getImage";
  private static final String REPOSITORY =
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders";
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @Test
  void an_object_of_a_versioned_bucket_is_pinned_to_its_newest_version() {
    MockedStack stack = deploy(unpinned(), GET_OBJECT, Map.of("versionId", "v9", "etag", "e1"));

    assertThat(stack.function().inputs())
        .containsEntry("s3ObjectVersion", "v9")
        .doesNotContainKey("sourceCodeHash");
    assertThat(stack.calls())
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.args())
                    .containsEntry("bucket", "code")
                    .containsEntry("key", "orders.zip"));
  }

  @Test
  void an_object_of_a_bucket_without_versions_is_pinned_by_its_checksum() {
    MockedStack stack =
        deploy(
            unpinned(), GET_OBJECT, Map.of("versionId", "", "etag", "e1", "checksumSha256", "c1"));

    assertThat(stack.function().inputs())
        .containsEntry("sourceCodeHash", "c1")
        .doesNotContainKey("s3ObjectVersion");
  }

  @Test
  void an_object_without_a_checksum_is_pinned_by_its_entity_tag() {
    MockedStack stack =
        deploy(
            unpinned(),
            GET_OBJECT,
            Map.of("versionId", "null", "etag", "e1", "checksumSha256", ""));

    assertThat(stack.function().inputs())
        .containsEntry("sourceCodeHash", "e1")
        .doesNotContainKey("s3ObjectVersion");
  }

  @Test
  void an_object_with_a_version_is_not_looked_up() {
    MockedStack stack = MockedStack.deploy(AwsLambdaModule.of(StackInputs.s3()));

    assertThat(stack.function().inputs())
        .containsEntry("s3ObjectVersion", "v1")
        .doesNotContainKey("sourceCodeHash");
    assertThat(stack.calls()).isEmpty();
  }

  @Test
  void an_image_by_its_tag_is_pinned_to_the_digest_of_the_tag() {
    MockedStack stack =
        deploy(
            StackInputs.image(spec -> spec.setImageUri(REPOSITORY + ":1.0")),
            GET_IMAGE,
            Map.of("imageDigest", DIGEST));

    assertThat(stack.function().inputs()).containsEntry("imageUri", REPOSITORY + "@" + DIGEST);
    assertThat(stack.calls())
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.args())
                    .containsEntry("registryId", "123456789012")
                    .containsEntry("repositoryName", "shop/orders")
                    .containsEntry("imageTag", "1.0"));
  }

  @Test
  void an_image_by_its_digest_is_not_looked_up() {
    String pinned = REPOSITORY + ":1.0@" + DIGEST;
    MockedStack stack =
        MockedStack.deploy(AwsLambdaModule.of(StackInputs.image(spec -> spec.setImageUri(pinned))));

    assertThat(stack.function().inputs()).containsEntry("imageUri", pinned);
    assertThat(stack.calls()).isEmpty();
  }

  @Test
  void looks_with_the_provider_that_deploys() {
    AwsLambdaStackInput input =
        StackInputs.withProvider(unpinned(), config -> config.setRegion("eu-west-3"));

    MockedStack stack = deploy(input, GET_OBJECT, Map.of("versionId", "v9"));

    assertThat(stack.calls().get(0).provider()).contains("aws-eu-west-3");
    assertThat(stack.function().provider()).isEqualTo(stack.calls().get(0).provider());
  }

  private static AwsLambdaStackInput unpinned() {
    return StackInputs.s3(spec -> spec.getS3Builder().clearObjectVersion());
  }

  private static MockedStack deploy(
      AwsLambdaStackInput input, String function, Map<String, Object> answer) {
    return MockedStack.deploy(AwsLambdaModule.of(input), Map.of(function, answer));
  }
}
