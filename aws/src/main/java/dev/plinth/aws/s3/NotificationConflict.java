/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.engine.provider.ProviderException;

/** Words for configurations that S3 would not take together. */
final class NotificationConflict {
  private NotificationConflict() {}

  static String overlap(Notification one, Notification other) {
    return "Objects under prefix \""
        + one.prefix()
        + "\" with suffix \""
        + one.suffix()
        + "\" are to be told to "
        + one.arn()
        + ", and some of the same events to "
        + other.arn()
        + " (prefix \""
        + other.prefix()
        + "\", suffix \""
        + other.suffix()
        + "\"): S3 tells only one. Make prefixes, suffixes or events differ, or tell a topic that"
        + " tells both.";
  }

  /** A configuration of somebody else stands where one of ours is to be. */
  static ProviderException foreign(String bucket, Notification wanted, Notification present) {
    return wanted.id().equals(present.id())
        ? new ProviderException(
            "Bucket "
                + bucket
                + " has a notification configuration with the id "
                + present.id()
                + " already, which tells "
                + present.arn()
                + " and is not this resource's.",
            "Give the configuration another id, or import the bucket's notifications.",
            null)
        : new ProviderException(
            "The notification configuration "
                + present.id()
                + " of bucket "
                + bucket
                + " is somebody else's and overlaps. "
                + overlap(wanted, present),
            "Agree with whoever configured it, or import the bucket's notifications.",
            null);
  }
}
