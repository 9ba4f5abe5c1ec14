/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/**
 * Sets a bucket's notifications; the id is the bucket. S3 has one configuration for a bucket, which
 * a call replaces whole. Only what the state or the program names by id is this resource's;
 * everything else on the bucket is kept as it is found.
 */
final class BucketNotificationOperations implements ResourceOperations {
  private final AwsSession session;

  BucketNotificationOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String bucket = inputs.text("bucket").orElseThrow();
    return new CreateResult(bucket, put(operation, bucket, inputs, Notifications.none(), inputs));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    Optional<Notifications> found = find(operation, id);
    boolean isImport = prior.outputs().isEmpty() && prior.inputs().isEmpty();
    if (found.isEmpty() || isImport) {
      return found.map(all -> outputs(id, all));
    }
    PropertyMap known = prior.outputs().isEmpty() ? prior.inputs() : prior.outputs();
    Notifications expected = Notifications.of(known);
    Notifications ours = ours(found.get(), expected);
    return ours.isEmpty() && !expected.isEmpty()
        ? Optional.empty()
        : Optional.of(outputs(id, ours));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return put(
        operation,
        id,
        change.newInputs(),
        Notifications.of(change.oldOutputs()),
        change.oldOutputs());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    PropertyMap known = prior.outputs().isEmpty() ? prior.inputs() : prior.outputs();
    Notifications old = Notifications.of(known);
    locked(
        id,
        () -> {
          Notifications present = find(operation, id).orElse(Notifications.none());
          Notifications rest = foreign(present, old, Notifications.none());
          if (!rest.equals(present)) {
            write(operation, id, rest);
          }
          return rest;
        });
  }

  private PropertyMap put(
      Operation operation,
      String bucket,
      PropertyMap inputs,
      Notifications old,
      PropertyMap known) {
    Notifications wanted = Notifications.of(inputs);
    return Completion.finish(
        operation,
        bucket,
        known,
        () ->
            locked(
                bucket,
                () -> {
                  Notifications present = find(operation, bucket).orElse(Notifications.none());
                  Notifications others = foreign(present, old, wanted);
                  checkConflicts(bucket, present, old, wanted, others);
                  write(operation, bucket, joined(others, wanted));
                  return wanted;
                }),
        () ->
            operation.await(
                "notifying as asked for",
                Optional.empty(),
                () -> find(operation, bucket).map(found -> ours(found, wanted)),
                found ->
                    found
                        .filter(wanted::equals)
                        .map(notifications -> outputs(bucket, notifications))));
  }

  /** What is on a bucket and neither was ours nor is to be. */
  private static Notifications foreign(
      Notifications present, Notifications old, Notifications wanted) {
    TreeSet<String> ids = new TreeSet<>(old.ids());
    ids.addAll(wanted.ids());
    boolean theirs = present.eventBridge() && !old.eventBridge();
    return new Notifications(present.without(ids).all(), theirs);
  }

  /** What is on a bucket of what is expected there, in that order. */
  private static Notifications ours(Notifications present, Notifications expected) {
    List<Notification> found = new ArrayList<>();
    for (Notification each : expected.all()) {
      present.find(each.id()).ifPresent(found::add);
    }
    return new Notifications(found, present.eventBridge() && expected.eventBridge());
  }

  private static void checkConflicts(
      String bucket,
      Notifications present,
      Notifications old,
      Notifications wanted,
      Notifications others) {
    for (Notification each : wanted.all()) {
      Optional<Notification> sameId =
          present.find(each.id()).filter(found -> old.find(each.id()).isEmpty());
      if (sameId.filter(found -> !found.equals(each)).isPresent()) {
        throw NotificationConflict.foreign(bucket, each, sameId.get());
      }
      for (Notification other : others.all()) {
        if (each.overlaps(other)) {
          throw NotificationConflict.foreign(bucket, each, other);
        }
      }
    }
  }

  private static Notifications joined(Notifications others, Notifications wanted) {
    List<Notification> all = new ArrayList<>(others.all());
    all.addAll(wanted.all());
    return new Notifications(all, others.eventBridge() || wanted.eventBridge());
  }

  private Optional<Notifications> find(Operation operation, String bucket) {
    return operation
        .ifThere(
            "GetBucketNotificationConfiguration",
            () ->
                session
                    .clients()
                    .s3()
                    .getBucketNotificationConfiguration(get -> get.bucket(bucket)))
        .map(NotificationRequests::of);
  }

  private void write(Operation operation, String bucket, Notifications notifications) {
    NotificationConfiguration configuration = NotificationRequests.of(notifications);
    operation.call(
        "PutBucketNotificationConfiguration",
        RetryRules.BUCKET_NOTIFICATION,
        () ->
            session
                .clients()
                .s3()
                .putBucketNotificationConfiguration(
                    put -> put.bucket(bucket).notificationConfiguration(configuration)));
  }

  /** One change of a bucket at a time: each reads what the one before has written. */
  private <T> T locked(String bucket, Supplier<T> work) {
    return session.turns().take("notifications of s3://" + bucket, work);
  }

  private static PropertyMap outputs(String bucket, Notifications notifications) {
    PropertyMap.Builder outputs = PropertyMap.builder().put("bucket", bucket);
    notifications.put(outputs);
    return outputs.build();
  }
}
