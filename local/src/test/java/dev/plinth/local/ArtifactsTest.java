/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.local.catalogue.Assumption;
import dev.plinth.local.catalogue.ResourceKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects in S3 and images in ECR, of which the account has no bytes. */
class ArtifactsTest {
  private static final String OBJECT = "s3://artifacts/orders.zip";
  private static final String REPOSITORY = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders";

  @TempDir private Path folder;
  private LocalAccount account;

  private LocalAccount open() {
    account = Accounts.open(folder);
    return account;
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void an_assumed_object_looks_the_same_each_time_and_has_no_version() {
    HeadObjectResponse first = head(open());
    HeadObjectResponse again = head(account);

    assertThat(again).isEqualTo(first);
    assertThat(first.versionId()).isNull();
    assertThat(first.eTag()).matches("\"[0-9a-f]{32}\"");
    assertThat(account.assumptions())
        .extracting(Assumption::identifier, Assumption::call)
        .containsExactly(tuple(OBJECT, "s3:HeadObject"));
  }

  @Test
  void a_function_has_the_checksum_of_its_object() {
    String checksum = head(open()).checksumSHA256();

    account.lambda().createFunction(Accounts.orders().build());

    assertThat(function().codeSha256()).isEqualTo(checksum);
  }

  @Test
  void other_content_is_another_object() {
    open().declare(ResourceKind.OBJECT, OBJECT, Map.of("content", "one"));
    HeadObjectResponse one = head(account);

    account.declare(ResourceKind.OBJECT, OBJECT, Map.of("content", "two"));

    assertThat(head(account).eTag()).isNotEqualTo(one.eTag());
    assertThat(head(account).checksumSHA256()).isNotEqualTo(one.checksumSHA256());
  }

  @Test
  void a_version_is_the_same_object_by_its_name_and_without() {
    account = Accounts.strict(folder);
    account.declare(ResourceKind.ROLE, Accounts.ROLE);
    account.declare(ResourceKind.OBJECT, OBJECT, Map.of("version", "v2", "content", "two"));

    HeadObjectResponse newest = head(account);
    account
        .lambda()
        .createFunction(
            Accounts.orders()
                .code(c -> c.s3Bucket("artifacts").s3Key("orders.zip").s3ObjectVersion("v2"))
                .build());

    assertThat(newest.versionId()).isEqualTo("v2");
    assertThat(function().codeSha256()).isEqualTo(newest.checksumSHA256());
  }

  @Test
  void a_strict_account_has_no_object_that_was_not_declared() {
    account = Accounts.strict(folder);

    assertThatThrownBy(() -> head(account))
        .isInstanceOfSatisfying(
            NoSuchKeyException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void an_image_is_found_by_the_digest_of_its_tag() {
    ImageDetail image = describe(open(), ImageIdentifier.builder().imageTag("1.0").build());

    account
        .lambda()
        .createFunction(
            Accounts.image()
                .code(code -> code.imageUri(REPOSITORY + "@" + image.imageDigest()))
                .build());

    assertThat("sha256:" + function().codeSha256()).isEqualTo(image.imageDigest());
    assertThat(account.assumptions())
        .filteredOn(assumed -> assumed.kind() == ResourceKind.IMAGE)
        .singleElement()
        .satisfies(assumed -> assertThat(assumed.identifier()).isEqualTo(REPOSITORY + ":1.0"));
  }

  @Test
  void a_moved_tag_has_another_digest() {
    open().declare(ResourceKind.IMAGE, REPOSITORY + ":1.0", Map.of("content", "one"));
    ImageIdentifier tag = ImageIdentifier.builder().imageTag("1.0").build();
    String one = describe(account, tag).imageDigest();

    account.declare(ResourceKind.IMAGE, REPOSITORY + ":1.0", Map.of("content", "two"));

    assertThat(describe(account, tag).imageDigest()).isNotEqualTo(one);
  }

  @Test
  void a_strict_account_has_no_image_that_was_not_declared() {
    account = Accounts.strict(folder);

    assertThatThrownBy(() -> describe(account, ImageIdentifier.builder().imageTag("1.0").build()))
        .isInstanceOf(ImageNotFoundException.class)
        .hasMessageContaining("imageTag:'1.0'");
  }

  private FunctionConfiguration function() {
    return account.lambda().getFunction(r -> r.functionName("orders")).configuration();
  }

  private static HeadObjectResponse head(LocalAccount account) {
    return account
        .client(S3Client.class)
        .headObject(
            head -> head.bucket("artifacts").key("orders.zip").checksumMode(ChecksumMode.ENABLED));
  }

  private static ImageDetail describe(LocalAccount account, ImageIdentifier id) {
    return account
        .client(EcrClient.class)
        .describeImages(describe -> describe.repositoryName("orders").imageIds(id))
        .imageDetails()
        .get(0);
  }
}
