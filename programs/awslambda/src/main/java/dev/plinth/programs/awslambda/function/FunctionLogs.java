/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda.function;

import java.util.Optional;

/**
 * How a function logs.
 *
 * <p>The key of a function's environment variables is not taken for its logs too: CloudWatch Logs
 * can use a key only when the key's policy admits {@code logs.<region>.amazonaws.com}, and
 * CreateLogGroup fails with any other.
 *
 * @param group name of the log group
 * @param retentionDays days after which log events expire
 * @param kmsKeyArn encrypts the log group; CloudWatch Logs' own encryption otherwise
 * @param levels which levels reach the group, as JSON; empty for plain text, which has none
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Encrypt
 *     log data in CloudWatch Logs</a>
 */
public record FunctionLogs(
    String group, int retentionDays, Optional<String> kmsKeyArn, Optional<Levels> levels) {

  /**
   * Log levels of the JSON format, in AWS's words.
   *
   * @param application of what the function writes
   * @param system of what Lambda writes about it
   */
  public record Levels(String application, String system) {}

  /** Plain text. */
  public static FunctionLogs text(String group, int retentionDays) {
    return new FunctionLogs(group, retentionDays, Optional.empty(), Optional.empty());
  }
}
