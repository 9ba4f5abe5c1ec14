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
        if (stack.bucketOf(events.get(i)).equals(stack.bucketOf(events.get(j)))
            && overlap(events.get(i).spec(), events.get(j).spec())) {
          report.error(
              "stack.notification-overlap",
              events.get(i).path() + (events.get(i).spec().getPrefix().isEmpty() ? "" : ".prefix"),
              "%s and %s are about objects of the same bucket, and one covers keys of the other; S3 refuses both."
                  .formatted(events.get(i).spec().getName(), events.get(j).spec().getName()),
              "give them prefixes, or suffixes, of which none is the beginning, or the end, of the"
                  + " other.");
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

  private static boolean overlap(FileEvent one, FileEvent other) {
    return (one.getPrefix().startsWith(other.getPrefix())
            || other.getPrefix().startsWith(one.getPrefix()))
        && (one.getSuffix().endsWith(other.getSuffix())
            || other.getSuffix().endsWith(one.getSuffix()));
  }
}
