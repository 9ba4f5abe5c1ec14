/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.notification;

import java.util.List;

/**
 * The events and keys that one notification of a bucket is about.
 *
 * @param events such as {@code s3:ObjectCreated:*}
 * @param prefix how the keys begin; any when empty
 * @param suffix how the keys end; any when empty
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html">Filtering
 *     by object key names</a>
 */
public record ObjectEvents(List<String> events, String prefix, String suffix) {

  public ObjectEvents {
    events = List.copyOf(events);
  }

  /** Whether both may tell of the same event, which S3 does not take. */
  public boolean overlap(ObjectEvents other) {
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
        && events.stream().anyMatch(event -> other.events.stream().anyMatch(e -> meet(event, e)));
  }

  private static boolean meet(String left, String right) {
    return left.equals(right) || covers(left, right) || covers(right, left);
  }

  /** {@code s3:ObjectCreated:*} covers all that begin as it does. */
  private static boolean covers(String wide, String narrow) {
    return wide.endsWith("*") && narrow.startsWith(wide.substring(0, wide.length() - 1));
  }
}
