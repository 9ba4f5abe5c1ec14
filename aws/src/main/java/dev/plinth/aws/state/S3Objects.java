/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.object.ObjectStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket, below a prefix. */
final class S3Objects implements ObjectStore {
  /** S3 deletes no more in one request. */
  private static final int BATCH = 1000;

  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Url url;
  private final S3Requests requests;

  S3Objects(S3Url url, S3Requests requests) {
    this.url = url;
    this.requests = requests;
  }

  @Override
  public String place(String key) {
    return "s3://" + url.bucket() + "/" + url.prefix() + key;
  }

  private String full(String key) {
    return url.prefix() + key;
  }

  @Override
  public Optional<Stored> get(String key) {
    return requests.make(
        "read",
        place(key),
        (s3, limit) ->
            Optional.of(
                stored(
                    s3.getObject(
                        get -> get.bucket(url.bucket()).key(full(key)).overrideConfiguration(limit),
                        ResponseTransformer.toBytes()))),
        refused -> isNoSuchKey(refused) ? Optional.of(Optional.empty()) : Optional.empty());
  }

  @Override
  public List<Optional<Stored>> getAll(List<String> keys) {
    return AtOnce.all(keys, this::get);
  }

  private static Stored stored(ResponseBytes<GetObjectResponse> answer) {
    GetObjectResponse about = answer.response();
    Duration age = age(about.lastModified(), about.sdkHttpResponse());
    return new Stored(answer.asByteArrayUnsafe(), about.eTag(), age);
  }

  /** By the clock of who answers; without one, as if it had been written just now. */
  private static Duration age(@Nullable Instant written, SdkHttpResponse answer) {
    Optional<Instant> now = answer.firstMatchingHeader("Date").flatMap(S3Objects::instant);
    if (written == null || now.isEmpty()) {
      return Duration.ZERO;
    }
    Duration age = Duration.between(written, now.get());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Listed> list(String prefix) {
    List<Listed> all = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListObjectsV2Response page =
          requests.make(
              "list",
              place(prefix),
              (s3, limit) ->
                  s3.listObjectsV2(
                      list ->
                          list.bucket(url.bucket())
                              .prefix(full(prefix))
                              .continuationToken(from)
                              .overrideConfiguration(limit)),
              refused -> Optional.empty());
      for (S3Object object : page.contents()) {
        String key = object.key().substring(url.prefix().length());
        Duration age = age(object.lastModified(), page.sdkHttpResponse());
        all.add(new Listed(key, object.size(), object.eTag(), age));
      }
      token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (token != null);
    all.sort(Comparator.comparing(Listed::key));
    return all;
  }

  @Override
  public Optional<String> put(String key, byte[] content, Condition condition) {
    PutObjectRequest.Builder put =
        PutObjectRequest.builder().bucket(url.bucket()).key(full(key)).contentMD5(md5(content));
    if (condition instanceof Condition.Absent) {
      put.ifNoneMatch("*");
    } else if (condition instanceof Condition.Unchanged unchanged) {
      put.ifMatch(unchanged.tag());
    }
    return requests.make(
        "write",
        place(key),
        (s3, limit) ->
            Optional.of(
                s3.putObject(
                        put.overrideConfiguration(limit).build(), RequestBody.fromBytes(content))
                    .eTag()),
        refused -> isUnmet(refused, condition) ? Optional.of(Optional.empty()) : Optional.empty());
  }

  /** An object that is to be unchanged, and is gone, is not found. */
  private static boolean isUnmet(AwsServiceException refused, Condition condition) {
    return refused.statusCode() == PRECONDITION_FAILED
        || (condition instanceof Condition.Unchanged && isNoSuchKey(refused));
  }

  private static boolean isNoSuchKey(AwsServiceException refused) {
    return refused.statusCode() == NOT_FOUND && !S3Failure.code(refused).equals("NoSuchBucket");
  }

  private static String md5(byte[] content) {
    try {
      // No matter of trust: S3 compares what it got with this.
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  @Override
  public void copy(String from, String to) {
    var unused =
        requests.make(
            "write",
            place(to),
            (s3, limit) ->
                s3.copyObject(
                    copy ->
                        copy.sourceBucket(url.bucket())
                            .sourceKey(full(from))
                            .destinationBucket(url.bucket())
                            .destinationKey(full(to))
                            .overrideConfiguration(limit)),
            refused -> Optional.empty());
  }

  @Override
  public void delete(List<String> keys) {
    if (keys.size() == 1) {
      deleteOne(keys.get(0));
      return;
    }
    for (int from = 0; from < keys.size(); from += BATCH) {
      deleteBatch(keys.subList(from, Math.min(keys.size(), from + BATCH)));
    }
  }

  private void deleteOne(String key) {
    var unused =
        requests.make(
            "delete",
            place(key),
            (s3, limit) ->
                s3.deleteObject(
                    delete ->
                        delete.bucket(url.bucket()).key(full(key)).overrideConfiguration(limit)),
            refused -> Optional.empty());
  }

  private void deleteBatch(List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(full(key)).build()).toList();
    Delete batch = Delete.builder().objects(objects).quiet(true).build();
    DeleteObjectsResponse answer =
        requests.make(
            "delete",
            place(keys.get(0)),
            (s3, limit) ->
                s3.deleteObjects(
                    delete ->
                        delete.bucket(url.bucket()).delete(batch).overrideConfiguration(limit)),
            refused -> Optional.empty());
    if (answer.hasErrors() && !answer.errors().isEmpty()) {
      var first = answer.errors().get(0);
      throw new StateException(
          "cannot delete s3://" + url.bucket() + "/" + first.key() + ": " + first.code(),
          "allow these credentials s3:DeleteObject on what is in the bucket " + url.bucket(),
          null);
    }
  }
}
