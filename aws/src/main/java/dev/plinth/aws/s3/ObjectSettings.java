/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** What can be changed of an object without sending its bytes again. */
final class ObjectSettings {
  private final S3Client s3;
  private final Operation operation;
  private final ObjectAddress address;

  ObjectSettings(S3Client s3, Operation operation, ObjectAddress address) {
    this.s3 = s3;
    this.operation = operation;
    this.address = address;
  }

  void apply(Change change) {
    PropertyMap news = change.newInputs();
    if (change.changes("acl")) {
      call(
          "PutObjectAcl",
          () ->
              s3.putObjectAcl(
                  put ->
                      put.bucket(address.bucket())
                          .key(address.key())
                          .acl(news.text("acl").orElse("private"))));
    }
    if (change.changes("objectLockLegalHoldStatus")) {
      legalHold(news.text("objectLockLegalHoldStatus").orElse("OFF"));
    }
    if (change.changesAny(Set.of("objectLockMode", "objectLockRetainUntilDate"))) {
      call(
          "PutObjectRetention",
          () ->
              s3.putObjectRetention(
                  put ->
                      put.bucket(address.bucket())
                          .key(address.key())
                          .retention(
                              retention ->
                                  retention
                                      .mode(news.text("objectLockMode").orElse(null))
                                      .retainUntilDate(
                                          news.text("objectLockRetainUntilDate")
                                              .map(Instant::parse)
                                              .orElse(null)))));
    }
    if (change.changes(ResourceSchema.TAGS) || change.changes(ResourceSchema.TAGS_ALL)) {
      tags(TagChanges.all(news));
    }
  }

  void legalHold(String status) {
    call(
        "PutObjectLegalHold",
        () ->
            s3.putObjectLegalHold(
                put ->
                    put.bucket(address.bucket())
                        .key(address.key())
                        .legalHold(hold -> hold.status(status))));
  }

  /** S3 takes the whole set only. */
  private void tags(Map<String, String> tags) {
    if (tags.isEmpty()) {
      call(
          "DeleteObjectTagging",
          () -> s3.deleteObjectTagging(d -> d.bucket(address.bucket()).key(address.key())));
    } else {
      call(
          "PutObjectTagging",
          () ->
              s3.putObjectTagging(
                  put ->
                      put.bucket(address.bucket())
                          .key(address.key())
                          .tagging(ObjectRequests.tagging(tags))));
    }
  }

  private <T> void call(String action, Supplier<T> call) {
    operation.call(action, RetryRules.BUCKET, call);
  }
}
