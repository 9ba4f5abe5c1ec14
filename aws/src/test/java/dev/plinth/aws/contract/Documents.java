/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

/** Policies for the cases to use. */
final class Documents {
  private Documents() {}

  /** Lets a service assume a role. */
  static String trust(String service) {
    return statement(
        "\"Principal\":{\"Service\":\"" + service + "\"},\"Action\":\"sts:AssumeRole\"");
  }

  /** Lets whoever has the policy do something with anything. */
  static String permission(String... actions) {
    return statement("\"Action\":" + list(actions) + ",\"Resource\":\"*\"");
  }

  /** Lets a service do something with a resource. */
  static String grant(String service, String action, String resource) {
    return statement(
        "\"Sid\":\"one\",\"Principal\":{\"Service\":\""
            + service
            + "\"},\"Action\":\""
            + action
            + "\",\"Resource\":\""
            + resource
            + "\"");
  }

  private static String statement(String parts) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + parts + "}]}";
  }

  private static String list(String... texts) {
    return "[\"" + String.join("\",\"", texts) + "\"]";
  }
}
