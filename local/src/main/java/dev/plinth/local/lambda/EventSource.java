/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plinth.local.account.Constraints;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;

/**
 * What a mapping reads from; each kind has settings and defaults of its own.
 *
 * @param arn empty for a Kafka that is not AWS's
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">CreateEventSourceMapping</a>
 */
record EventSource(Kind kind, Optional<String> arn) {
  enum Kind {
    QUEUE(10),
    STREAM(100),
    BROKER(100);

    private final int batchSize;

    Kind(int batchSize) {
      this.batchSize = batchSize;
    }
  }

  private static final int LARGEST_BATCH = 10_000;
  private static final int LARGEST_PLAIN_BATCH = 10;
  private static final int MOST_FILTERS = 10;

  static EventSource of(@Nullable String arn) {
    if (arn == null) {
      return new EventSource(Kind.BROKER, Optional.empty());
    }
    String[] parts = arn.split(":", 6);
    Kind kind =
        switch (parts.length > 2 ? parts[2] : "") {
          case "sqs" -> Kind.QUEUE;
          case "kinesis", "dynamodb" -> Kind.STREAM;
          case "kafka", "mq", "rds" -> Kind.BROKER;
          default -> throw LambdaFault.invalidParameter("Unrecognized event source arn: " + arn);
        };
    return new EventSource(kind, Optional.of(arn));
  }

  EventSourceMappingConfiguration withDefaults(EventSourceMappingConfiguration asked) {
    EventSourceMappingConfiguration.Builder full = asked.toBuilder();
    if (asked.batchSize() == null) {
      full.batchSize(kind.batchSize);
    }
    if (kind == Kind.QUEUE && asked.maximumBatchingWindowInSeconds() == null) {
      full.maximumBatchingWindowInSeconds(0);
    }
    if (kind == Kind.STREAM) {
      full.maximumBatchingWindowInSeconds(
          Optional.ofNullable(asked.maximumBatchingWindowInSeconds()).orElse(0));
      full.maximumRecordAgeInSeconds(
          Optional.ofNullable(asked.maximumRecordAgeInSeconds()).orElse(-1));
      full.maximumRetryAttempts(Optional.ofNullable(asked.maximumRetryAttempts()).orElse(-1));
      full.parallelizationFactor(Optional.ofNullable(asked.parallelizationFactor()).orElse(1));
      full.tumblingWindowInSeconds(Optional.ofNullable(asked.tumblingWindowInSeconds()).orElse(0));
      full.bisectBatchOnFunctionError(Boolean.TRUE.equals(asked.bisectBatchOnFunctionError()));
      full.lastProcessingResult("No records processed");
    }
    return full.build();
  }

  void check(EventSourceMappingConfiguration mapping) {
    LambdaFault.throwIfAny(
        new Constraints()
            .range(mapping.batchSize(), "batchSize", 1, LARGEST_BATCH)
            .range(
                mapping.maximumBatchingWindowInSeconds(), "maximumBatchingWindowInSeconds", 0, 300)
            .range(mapping.parallelizationFactor(), "parallelizationFactor", 1, 10)
            .range(mapping.maximumRecordAgeInSeconds(), "maximumRecordAgeInSeconds", -1, 604_800)
            .range(mapping.maximumRetryAttempts(), "maximumRetryAttempts", -1, 10_000)
            .range(mapping.tumblingWindowInSeconds(), "tumblingWindowInSeconds", 0, 900)
            .range(
                mapping.scalingConfig() == null
                    ? null
                    : mapping.scalingConfig().maximumConcurrency(),
                "scalingConfig.maximumConcurrency",
                2,
                1000)
            .pattern(mapping.kmsKeyArn(), "kMSKeyArn", LambdaPatterns.KMS_KEY));
    checkFilters(mapping.filterCriteria());
    if (kind == Kind.QUEUE) {
      checkQueue(mapping);
    } else if (mapping.startingPositionAsString() == null && !isMessageBroker()) {
      throw LambdaFault.invalidParameter(
          "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
              + " constraint: Member must not be null.");
    }
    if (kind != Kind.STREAM) {
      refuse("MaximumRecordAgeInSeconds", mapping.maximumRecordAgeInSeconds());
      refuse("MaximumRetryAttempts", mapping.maximumRetryAttempts());
      refuse("ParallelizationFactor", mapping.parallelizationFactor());
      refuse("TumblingWindowInSeconds", mapping.tumblingWindowInSeconds());
      refuse("BisectBatchOnFunctionError", mapping.bisectBatchOnFunctionError());
    }
  }

  private boolean isMessageBroker() {
    return arn.filter(text -> text.contains(":mq:")).isPresent();
  }

  private void checkQueue(EventSourceMappingConfiguration mapping) {
    boolean fifo = arn.filter(text -> text.endsWith(".fifo")).isPresent();
    int window = Optional.ofNullable(mapping.maximumBatchingWindowInSeconds()).orElse(0);
    int batch = mapping.batchSize();
    if (mapping.startingPositionAsString() != null) {
      throw LambdaFault.invalidParameter("StartingPosition is not valid for SQS event sources.");
    }
    if (fifo && window > 0) {
      throw LambdaFault.invalidParameter("Batching window is not supported for FIFO queues.");
    }
    if (fifo && batch > LARGEST_PLAIN_BATCH) {
      throw LambdaFault.invalidParameter(
          "Maximum batch size for FIFO queues is " + LARGEST_PLAIN_BATCH + ".");
    }
    if (batch > LARGEST_PLAIN_BATCH && window < 1) {
      throw LambdaFault.invalidParameter(
          "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater"
              + " than 10");
    }
    if (mapping.destinationConfig() != null
        && mapping.destinationConfig().onFailure() != null
        && mapping.destinationConfig().onFailure().destination() != null) {
      throw LambdaFault.invalidParameter(
          "Unsupported DestinationConfig parameter for given event source mapping type.");
    }
  }

  private static void checkFilters(@Nullable FilterCriteria criteria) {
    if (criteria == null) {
      return;
    }
    if (criteria.filters().size() > MOST_FILTERS) {
      throw LambdaFault.invalidParameter("The maximum number of filters is " + MOST_FILTERS + ".");
    }
    for (Filter filter : criteria.filters()) {
      if (!isObject(filter.pattern())) {
        throw LambdaFault.invalidParameter("Invalid filter pattern definition.");
      }
    }
  }

  private static boolean isObject(String pattern) {
    try {
      return JsonParser.parseString(pattern).isJsonObject();
    } catch (JsonParseException e) {
      return false;
    }
  }

  private static void refuse(String member, @Nullable Object value) {
    if (value != null) {
      throw LambdaFault.invalidParameter(
          "Unsupported " + member + " parameter for given event source mapping type.");
    }
  }
}
