/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import java.util.Collections;
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
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
        && events.stream().anyMatch(event -> other.events.stream().anyMatch(e -> meet(event, e)));
  }

  /** {@code s3:ObjectCreated:*} stands for all that begin as it does. */
  private static boolean meet(String left, String right) {
    return left.equals(right) || covers(left, right) || covers(right, left);
  }

  private static boolean covers(String wide, String narrow) {
    return wide.endsWith("*") && narrow.startsWith(wide.substring(0, wide.length() - 1));
  }

  /** The same under another id. */
  Notification named(String other) {
    return new Notification(destination, other, arn, events, prefix, suffix);
  }
}
