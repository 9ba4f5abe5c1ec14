/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.Placed;
import dev.plinth.proto.computestack.FileEvent;
import java.util.List;

/** No object matches two notifications: S3 refuses such a configuration. */
final class FileEventRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    List<Placed<FileEvent>> events = stack.fileEvents();
    for (int i = 0; i < events.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (stack.bucketFieldOf(events.get(i)).equals(stack.bucketFieldOf(events.get(j)))
            && ComputeStack.eventsOf(events.get(i)).overlap(ComputeStack.eventsOf(events.get(j)))) {
          report.error(
              "stack.notification-overlap",
              events.get(i).path() + (events.get(i).spec().getPrefix().isEmpty() ? "" : ".prefix"),
              "%s and %s are about the same events of the same bucket, and one covers keys of the other; S3 refuses both."
                  .formatted(events.get(i).spec().getName(), events.get(j).spec().getName()),
              "give them different events, or prefixes, or suffixes, of which none is the beginning,"
                  + " or the end, of the other.");
        }
      }
    }
    for (int i = 0; i < stack.spec().getFileEvents().getEntriesCount(); i++) {
      boolean none =
          !stack.spec().getFileEvents().getEntries(i).hasBucket()
              && !stack.spec().getStorage().hasUploadBucket();
      if (none) {
        report.error(
            "manifest.missing",
            "spec.file_events.entries[" + i + "].bucket",
            "bucket is missing, and there is no upload bucket in its stead.",
            "add bucket, or spec.storage.upload_bucket.");
      }
    }
  }
}
