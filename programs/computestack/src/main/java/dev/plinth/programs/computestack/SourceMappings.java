/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.FunctionEventInvokeConfig;
import com.pulumi.aws.lambda.FunctionEventInvokeConfigArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigOnFailureArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaFilterArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingScalingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEventInvokeConfigDestinationConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.proto.computestack.AsyncInvocation;
import dev.plinth.proto.computestack.StartingPosition;
import dev.plinth.proto.computestack.StreamTrigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Lambda polls for the functions, and how it treats asynchronous invocations. */
final class SourceMappings {
  private static final String PARTIAL_BATCHES = "ReportBatchItemFailures";
  private static final int EVENT_AGE_SECONDS = 3600;
  private static final int RECORD_AGE_SECONDS = 86_400;
  private static final int STREAM_RETRIES = 5;
  private static final int STREAM_BATCH = 100;

  private final Site site;
  private final QueueSet queues;

  /** By the feed's path. */
  private final Map<String, EventSourceMapping> feeds = new LinkedHashMap<>();

  private SourceMappings(Site site, QueueSet queues) {
    this.site = site;
    this.queues = queues;
  }

  static SourceMappings create(Site site, FunctionSet functions, QueueSet queues) {
    SourceMappings mappings = new SourceMappings(site, queues);
    for (MadeFunction function : functions.all()) {
      function.plan().queues().forEach(feed -> mappings.addQueue(function, feed));
      List<StreamTrigger> streams = function.plan().spec().getStreamsList();
      for (int i = 0; i < streams.size(); i++) {
        mappings.addStream(function, function.id() + "-stream" + i, streams.get(i));
      }
      if (site.stack().isAsynchronous(function.plan())) {
        mappings.addInvokeConfig(function);
      }
    }
    return mappings;
  }

  private void addQueue(MadeFunction function, QueueFeed feed) {
    EventSourceMappingArgs.Builder args =
        EventSourceMappingArgs.builder()
            .functionName(function.arn())
            .eventSourceArn(queues.require(feed.queue()).arn())
            .enabled(feed.enabled())
            .batchSize(feed.batchSize())
            .maximumBatchingWindowInSeconds(feed.windowSeconds())
            .functionResponseTypes(PARTIAL_BATCHES)
            .scalingConfig(
                EventSourceMappingScalingConfigArgs.builder()
                    .maximumConcurrency(feed.maximumConcurrency())
                    .build())
            .tags(site.tags());
    filter(args, feed.spec().getFiltersList());
    feeds.put(
        feed.path(),
        new EventSourceMapping(
            function.id() + "-" + feed.queue(), args.build(), site.options().build()));
  }

  private void addStream(MadeFunction function, String name, StreamTrigger stream) {
    boolean fromStart = stream.getStartingPosition() == StartingPosition.TRIM_HORIZON;
    int age = stream.getMaximumRecordAgeSeconds();
    EventSourceMappingArgs.Builder args =
        EventSourceMappingArgs.builder()
            .functionName(function.arn())
            .eventSourceArn(stream.getArn().getValue())
            .startingPosition(fromStart ? "TRIM_HORIZON" : "LATEST")
            .batchSize(stream.getBatchSize() > 0 ? stream.getBatchSize() : STREAM_BATCH)
            .maximumBatchingWindowInSeconds(stream.getBatchingWindowSeconds())
            .functionResponseTypes(PARTIAL_BATCHES)
            .bisectBatchOnFunctionError(!stream.hasBisectOnError() || stream.getBisectOnError())
            .maximumRetryAttempts(
                stream.hasMaximumRetryAttempts()
                    ? stream.getMaximumRetryAttempts()
                    : STREAM_RETRIES)
            .maximumRecordAgeInSeconds(age > 0 ? age : RECORD_AGE_SECONDS)
            .parallelizationFactor(Math.max(1, stream.getParallelizationFactor()))
            .destinationConfig(
                EventSourceMappingDestinationConfigArgs.builder()
                    .onFailure(
                        EventSourceMappingDestinationConfigOnFailureArgs.builder()
                            .destinationArn(failures(function))
                            .build())
                    .build())
            .tags(site.tags());
    filter(args, stream.getFiltersList());
    new EventSourceMapping(name, args.build(), site.options().build());
  }

  private static void filter(EventSourceMappingArgs.Builder args, List<String> patterns) {
    if (!patterns.isEmpty()) {
      args.filterCriteria(
          EventSourceMappingFilterCriteriaArgs.builder()
              .filters(
                  patterns.stream()
                      .map(
                          pattern ->
                              EventSourceMappingFilterCriteriaFilterArgs.builder()
                                  .pattern(pattern)
                                  .build())
                      .toList())
              .build());
    }
  }

  private void addInvokeConfig(MadeFunction function) {
    AsyncInvocation async = function.plan().spec().getAsync();
    int age = async.getMaximumEventAgeSeconds();
    FunctionEventInvokeConfigArgs.Builder args =
        FunctionEventInvokeConfigArgs.builder()
            .functionName(function.function().name())
            .maximumEventAgeInSeconds(age > 0 ? age : EVENT_AGE_SECONDS)
            .maximumRetryAttempts(
                async.hasMaximumRetryAttempts() ? async.getMaximumRetryAttempts() : 2)
            .destinationConfig(
                FunctionEventInvokeConfigDestinationConfigArgs.builder()
                    .onFailure(
                        FunctionEventInvokeConfigDestinationConfigOnFailureArgs.builder()
                            .destination(failures(function))
                            .build())
                    .build());
    function.qualifier().ifPresent(args::qualifier);
    new FunctionEventInvokeConfig(function.id(), args.build(), site.options().build());
  }

  private Output<String> failures(MadeFunction function) {
    com.pulumi.aws.sqs.Queue queue = queues.deadLetterQueues().get(function.id());
    if (queue == null) {
      throw new IllegalStateException("no dead-letter queue for " + function.id());
    }
    return queue.arn();
  }

  EventSourceMapping require(QueueFeed feed) {
    EventSourceMapping mapping = feeds.get(feed.path());
    if (mapping == null) {
      throw new IllegalStateException("no mapping for " + feed.queue());
    }
    return mapping;
  }
}
