/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Manifests for tests. */
final class Manifests {
  private static final String ORDERS =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsLambda
      metadata:
        name: orders
        env: dev
      spec:
        code_source_type: CODE_SOURCE_TYPE_S3
        s3:
          bucket: artifacts
          key: orders.jar
          object_version: "1"
        runtime: java21
        handler: com.acme.Orders::handle
        memory_mb: 512
        role_arn:
          value: arn:aws:iam::123456789012:role/orders
      """;

  private Manifests() {}

  /** One function, valid and without warnings. */
  static String orders() {
    return ORDERS;
  }

  static String named(String name) {
    return ORDERS.replace("name: orders", "name: " + name);
  }

  /** The manifest with one more field in its spec. */
  static String with(String field) {
    return ORDERS + "  " + field + "\n";
  }

  /** Several documents, named f0 and so on. */
  static String several(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> named("f" + number))
        .collect(Collectors.joining("---\n"));
  }

  /** The manifest with its role taken from elsewhere. */
  static String withRoleFrom(String name, String reference) {
    return named(name)
        .replace("value: arn:aws:iam::123456789012:role/orders", "value_from: " + reference);
  }
}
