/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.awslambda;

import dev.plinth.proto.awslambda.Architecture;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.OptionalInt;

/** What an AwsLambda manifest means where it says nothing. */
public final class AwsLambdaDefaults {
  /** Days after which log events expire. */
  public static final int LOG_RETENTION_DAYS = 30;

  /** Instruction set, in the manifest's words. */
  public static final Architecture ARCHITECTURE = Architecture.X86_64;

  /** The folder of the log groups that AWS Lambda writes to unless it is told otherwise. */
  private static final String LOG_GROUP_PREFIX = "/aws/lambda/";

  private AwsLambdaDefaults() {}

  /** The function's name in AWS: spec.function_name, or metadata.name. */
  public static String functionName(AwsLambda manifest) {
    String name = manifest.getSpec().getFunctionName();
    return name.isEmpty() ? manifest.getMetadata().getName() : name;
  }

  /** The name of the function's log group. */
  public static String logGroupName(AwsLambda manifest) {
    return LOG_GROUP_PREFIX + functionName(manifest);
  }

  /** Days after which log events expire. */
  public static int logRetentionDays(AwsLambdaSpec spec) {
    return spec.hasLogRetentionDays() ? spec.getLogRetentionDays() : LOG_RETENTION_DAYS;
  }

  /** The instruction set in AWS's words, {@code x86_64} or {@code arm64}. */
  public static String architecture(AwsLambdaSpec spec) {
    Architecture asked = spec.getArchitecture();
    Architecture chosen = asked == Architecture.ARCHITECTURE_UNSPECIFIED ? ARCHITECTURE : asked;
    return switch (chosen) {
      case X86_64 -> "x86_64";
      case ARM64 -> "arm64";
      case ARCHITECTURE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("architecture passed validation: " + chosen);
    };
  }

  /** Memory in MB; empty for AWS's own default. */
  public static OptionalInt memoryMb(AwsLambdaSpec spec) {
    return positive(spec.getMemoryMb());
  }

  /** Longest run in seconds; empty for AWS's own default. */
  public static OptionalInt timeoutSeconds(AwsLambdaSpec spec) {
    return positive(spec.getTimeoutSeconds());
  }

  /** Concurrency set aside, 0 to refuse every invocation; empty when nothing is reserved. */
  public static OptionalInt reservedConcurrency(AwsLambdaSpec spec) {
    return spec.hasReservedConcurrency() && spec.getReservedConcurrency() >= 0
        ? OptionalInt.of(spec.getReservedConcurrency())
        : OptionalInt.empty();
  }

  private static OptionalInt positive(int value) {
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
