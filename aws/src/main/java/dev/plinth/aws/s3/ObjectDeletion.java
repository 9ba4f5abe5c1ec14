/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Deletes an object, with all its versions where the bucket keeps any. */
final class ObjectDeletion {
  private final S3Client s3;
  private final Operation operation;
  private final ObjectAddress address;
  private final Prior prior;

  ObjectDeletion(S3Client s3, Operation operation, ObjectAddress address, Prior prior) {
    this.s3 = s3;
    this.operation = operation;
    this.address = address;
    this.prior = prior;
  }

  void run() {
    boolean force = prior.saidTrue("forceDestroy");
    if (prior.outputs().text("versionId").isEmpty()) {
      delete(Optional.empty(), false);
      return;
    }
    if (force
        && prior.outputs().text("objectLockLegalHoldStatus").filter("ON"::equals).isPresent()) {
      new ObjectSettings(s3, operation, address).legalHold("OFF");
    }
    for (String version : versions()) {
      delete(Optional.of(version), force);
    }
  }

  /** The versions and delete markers of this very key. */
  private List<String> versions() {
    return operation
        .ifThere(
            "ListObjectVersions",
            () -> {
              List<String> ids = new ArrayList<>();
              for (ListObjectVersionsResponse page :
                  s3.listObjectVersionsPaginator(
                      list -> list.bucket(address.bucket()).prefix(address.key()))) {
                page.versions().stream()
                    .filter(version -> version.key().equals(address.key()))
                    .forEach(version -> ids.add(version.versionId()));
                page.deleteMarkers().stream()
                    .filter(marker -> marker.key().equals(address.key()))
                    .forEach(marker -> ids.add(marker.versionId()));
              }
              return ids;
            })
        .orElse(List.of());
  }

  private void delete(Optional<String> version, boolean force) {
    DeleteObjectRequest.Builder request =
        DeleteObjectRequest.builder().bucket(address.bucket()).key(address.key());
    version.ifPresent(request::versionId);
    if (force) {
      request.bypassGovernanceRetention(true);
    }
    operation.ifThere("DeleteObject", () -> s3.deleteObject(request.build()));
  }
}
