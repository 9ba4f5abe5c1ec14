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
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Puts, reads, changes and deletes objects; the id is the key. */
final class BucketObjectOperations implements ResourceOperations {
  private final AwsSession session;

  BucketObjectOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    ObjectAddress address = ObjectAddress.of(inputs);
    put(operation, inputs);
    PropertyMap outputs =
        Completion.finish(
            operation,
            address.key(),
            inputs,
            () -> {},
            () -> readBack(operation, address, new Prior(inputs, PropertyMap.empty())));
    return new CreateResult(address.key(), outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return reader().read(operation, ObjectAddress.of(id, prior), prior);
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    ObjectAddress address = ObjectAddress.of(change.newInputs());
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          if (change.changesAny(BucketObjectType.SENT_WITH_CONTENT)) {
            put(operation, change.newInputs()); // sends all the rest along
          } else {
            new ObjectSettings(s3(), operation, address).apply(change);
          }
        },
        () -> readBack(operation, address, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    new ObjectDeletion(s3(), operation, ObjectAddress.of(id, prior), prior).run();
  }

  private void put(Operation operation, PropertyMap inputs) {
    PutObjectRequest request = ObjectRequests.put(inputs);
    byte[] content = ObjectContent.of(inputs, session.base());
    operation.call(
        "PutObject",
        RetryRules.BUCKET,
        () -> s3().putObject(request, RequestBody.fromBytes(content)));
  }

  private PropertyMap readBack(Operation operation, ObjectAddress address, Prior prior) {
    return operation.await(
        "visible",
        Optional.empty(),
        () -> reader().read(operation, address, prior),
        found -> found);
  }

  private ObjectReader reader() {
    return new ObjectReader(session);
  }

  private S3Client s3() {
    return session.clients().s3();
  }
}
