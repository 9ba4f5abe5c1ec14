/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes manifests of any number. */
final class Manifests {
  private static final int IN_A_FILE = 1_000;

  private Manifests() {}

  /** A folder with so many AwsLambda documents, in files that Plinth still reads. */
  static Path write(Path folder, int functions) throws IOException {
    Files.createDirectory(folder);
    for (int first = 0; first < functions; first += IN_A_FILE) {
      int end = Math.min(functions, first + IN_A_FILE);
      Files.writeString(folder.resolve(first + ".yaml"), documents(first, end));
    }
    return folder;
  }

  private static String documents(int first, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < end; i++) {
      text.append(
          """
          ---
          apiVersion: aws.project-planton.org/v1
          kind: AwsLambda
          metadata:
            name: function-%1$d
            org: acme
            env: bench
          spec:
            code_source_type: CODE_SOURCE_TYPE_S3
            s3:
              bucket: acme-artifacts
              key: function-%1$d.jar
              object_version: v1
            runtime: java21
            handler: com.acme.Handler
            memory_mb: 512
            timeout_seconds: 30
            role_arn:
              value: arn:aws:iam::123456789012:role/execution
            environment:
              QUEUE_NAME: queue-%1$d
          """
              .formatted(i));
    }
    return text.toString();
  }
}
