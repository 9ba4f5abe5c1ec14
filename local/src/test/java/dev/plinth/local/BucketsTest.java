/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** Objects that are put into buckets, and whom buckets tell. */
class BucketsTest {
  private static final String BUCKET = "artifacts";
  private static final String KEY = "orders.zip";

  /** The SHA-256 digest of "one". */
  private static final String SHA256_OF_ONE = "dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=";

  @TempDir private Path folder;
  private LocalAccount account;
  private S3Client s3;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    s3 = account.client(S3Client.class);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void an_object_is_told_of_by_what_was_put() {
    put("one", object -> object.contentType("text/plain").tagging("team=shop%20floor"));

    HeadObjectResponse head = head();
    assertThat(head.contentLength()).isEqualTo(3);
    assertThat(head.eTag()).isEqualTo("\"f97c5d29941bfb1b2fdab0874906ab82\"");
    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.checksumCRC32()).isEqualTo("emyG8Q==");
    assertThat(head.versionId()).isNull();
    assertThat(s3.getObjectTagging(get -> get.bucket(BUCKET).key(KEY)).tagSet())
        .containsExactly(Tag.builder().key("team").value("shop floor").build());
    assertThat(account.resources()).containsExactly("arn:aws:s3:::artifacts/orders.zip");
  }

  @Test
  void a_function_runs_the_bytes_that_were_put() {
    put("one", object -> object.checksumAlgorithm(ChecksumAlgorithm.SHA256));

    String deployed =
        account
            .lambda()
            .createFunction(
                create ->
                    create
                        .functionName("orders")
                        .role("arn:aws:iam::123456789012:role/orders")
                        .runtime(Runtime.PYTHON3_12)
                        .handler("app.handler")
                        .code(code -> code.s3Bucket(BUCKET).s3Key(KEY)))
            .codeSha256();

    assertThat(deployed).isEqualTo(SHA256_OF_ONE).isEqualTo(head().checksumSHA256());
  }

  @Test
  void an_object_that_was_deleted_is_not_assumed_again() {
    put("one", object -> {});
    s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));

    assertThatThrownBy(this::head).isInstanceOf(NoSuchKeyException.class);
    assertThat(account.isEmpty()).isTrue();

    put("two", object -> {});
    assertThat(head().contentLength()).isEqualTo(3);
  }

  @Test
  void what_buckets_without_object_lock_and_tags_refuse() {
    assertThatThrownBy(() -> put("one", object -> object.objectLockLegalHoldStatus("ON")))
        .hasMessageContaining("Object Lock");
    assertThatThrownBy(() -> put("one", object -> object.tagging("a&b&c&d&e&f&g&h&i&j&k")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidTag"));
  }

  @Test
  void a_bucket_tells_whom_it_was_told_to_tell_and_no_key_twice() {
    tell(queue("a", "in/", "s3:ObjectCreated:*"), queue("b", "out/", "s3:ObjectCreated:Put"));

    assertThat(
            s3.getBucketNotificationConfiguration(get -> get.bucket(BUCKET)).queueConfigurations())
        .extracting(QueueConfiguration::id)
        .containsExactly("a", "b");
    assertThat(account.resources()).containsExactly("arn:aws:s3:::artifacts?notification");
    refused(
        "overlap",
        queue("a", "in/", "s3:ObjectCreated:*"),
        queue("b", "in/new/", "s3:ObjectCreated:Put"));
    refused("Same ID", queue("a", "in/", "s3:ObjectCreated:*"), queue("a", "out/", "s3:TestEvent"));

    tell();
    assertThat(account.isEmpty()).isTrue();
  }

  private void put(String content, Consumer<PutObjectRequest.Builder> more) {
    s3.putObject(
        object -> {
          object.bucket(BUCKET).key(KEY);
          more.accept(object);
        },
        RequestBody.fromString(content));
  }

  private HeadObjectResponse head() {
    return s3.headObject(head -> head.bucket(BUCKET).key(KEY).checksumMode(ChecksumMode.ENABLED));
  }

  private void tell(QueueConfiguration... queues) {
    NotificationConfiguration wanted =
        NotificationConfiguration.builder().queueConfigurations(queues).build();
    s3.putBucketNotificationConfiguration(
        put -> put.bucket(BUCKET).notificationConfiguration(wanted));
  }

  private void refused(String words, QueueConfiguration... queues) {
    assertThatThrownBy(() -> tell(queues)).hasMessageContaining(words);
  }

  private static QueueConfiguration queue(String id, String prefix, String event) {
    FilterRule rule = FilterRule.builder().name("Prefix").value(prefix).build();
    return QueueConfiguration.builder()
        .id(id)
        .queueArn("arn:aws:sqs:eu-central-1:123456789012:orders")
        .eventsWithStrings(event)
        .filter(filter -> filter.key(key -> key.filterRules(rule)))
        .build();
  }
}
