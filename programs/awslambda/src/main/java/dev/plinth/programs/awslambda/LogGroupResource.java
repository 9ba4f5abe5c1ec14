/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.api.awslambda.AwsLambdaDefaults;
import java.util.Map;

/**
 * The log group that the function writes to.
 *
 * <p>{@code spec.kms_key_arn} does not encrypt it. That key is for the function's environment
 * variables; CloudWatch Logs can use a key only when the key's policy admits {@code
 * logs.<region>.amazonaws.com}, which a key made for Lambda has no reason to do, and CreateLogGroup
 * then fails. Log events are encrypted at rest by CloudWatch Logs in any case.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Encrypt
 *     log data in CloudWatch Logs</a>
 */
final class LogGroupResource {
  private LogGroupResource() {}

  static LogGroup create(
      Locals locals, Output<Map<String, String>> tags, CustomResourceOptions options) {
    LogGroupArgs args =
        LogGroupArgs.builder()
            .name(locals.logGroupName())
            .retentionInDays(AwsLambdaDefaults.logRetentionDays(locals.spec()))
            .tags(tags)
            .build();
    return new LogGroup(locals.name(), args, options);
  }
}
