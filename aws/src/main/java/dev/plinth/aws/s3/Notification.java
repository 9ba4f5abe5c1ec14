/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.rules.notification.ObjectEvents;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One notification configuration of a bucket.
 *
 * @param arn whom to tell
 * @param events of what
 * @param prefix how the keys begin; empty for any
 * @param suffix how the keys end; empty for any
 */
record Notification(
    Destination destination,
    String id,
    String arn,
    Set<String> events,
    String prefix,
    String suffix) {
  Notification {
    events = Collections.unmodifiableSet(new TreeSet<>(events));
  }

  /** Whether both would tell of some event, which S3 does not take. */
  boolean overlaps(Notification other) {
    return about().overlap(other.about());
  }

  private ObjectEvents about() {
    return new ObjectEvents(List.copyOf(events), prefix, suffix);
  }

  /** The same under another id. */
  Notification named(String other) {
    return new Notification(destination, other, arn, events, prefix, suffix);
  }
}
