/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.PutOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;

/** What is done with metric filters. Those of one log group take turns. */
final class LogMetricFilterOperations extends PutOperations {
  private static final Shape SHAPE = LogMetricFilterType.SCHEMA.shape();

  private final AwsSession session;

  LogMetricFilterOperations(AwsSession session) {
    super(LogMetricFilterType.SCHEMA);
    this.session = session;
  }

  /** Which filter of which group. */
  private record Key(String group, String name) {
    /** From an id of the state, or one of an import; no name of a filter has a colon. */
    static Key of(String id, Prior prior) {
      Optional<String> group = prior.saidText("logGroupName");
      int colon = id.lastIndexOf(':');
      if (group.isPresent()) {
        return new Key(group.get(), id.substring(colon + 1));
      }
      if (colon <= 0 || colon == id.length() - 1) {
        throw new ProviderException(
            "\"" + id + "\" does not name a metric filter.", "Use LOGGROUP:FILTER.", null);
      }
      return new Key(id.substring(0, colon), id.substring(colon + 1));
    }

    String turn() {
      return "metric filters of " + group;
    }
  }

  @Override
  protected String id(PropertyMap inputs) {
    return inputs.text("name").orElseThrow();
  }

  @Override
  protected void put(Operation operation, PropertyMap inputs, PropertyMap before) {
    Key key = new Key(inputs.text("logGroupName").orElseThrow(), id(inputs));
    PutMetricFilterRequest request =
        ModelWriter.fill(PutMetricFilterRequest.builder(), SHAPE, inputs)
            .filterPattern(inputs.text("pattern").orElse("").strip())
            .build();
    session
        .turns()
        .take(
            key.turn(),
            () ->
                operation.repeatable(
                    "PutMetricFilter",
                    RetryRules.LOG_GROUP,
                    () -> logs().putMetricFilter(request)));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, Key.of(id, prior)).map(filter -> outputs(filter, prior));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    Key key = Key.of(id, prior);
    DeleteMetricFilterRequest request =
        DeleteMetricFilterRequest.builder()
            .logGroupName(key.group())
            .filterName(key.name())
            .build();
    session
        .turns()
        .take(
            key.turn(),
            () -> {
              operation.ifThere(
                  "DeleteMetricFilter",
                  RetryRules.LOG_GROUP,
                  () -> logs().deleteMetricFilter(request));
              return key;
            });
  }

  /** AWS finds filters by prefix only. */
  private Optional<MetricFilter> find(Operation operation, Key key) {
    Optional<String> token = Optional.empty();
    do {
      DescribeMetricFiltersRequest request =
          DescribeMetricFiltersRequest.builder()
              .logGroupName(key.group())
              .filterNamePrefix(key.name())
              .nextToken(token.orElse(null))
              .build();
      Optional<DescribeMetricFiltersResponse> page =
          operation.ifThere("DescribeMetricFilters", () -> logs().describeMetricFilters(request));
      Optional<MetricFilter> found =
          page.stream()
              .flatMap(filters -> filters.metricFilters().stream())
              .filter(filter -> filter.filterName().equals(key.name()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      token = page.map(DescribeMetricFiltersResponse::nextToken);
    } while (token.isPresent());
    return Optional.empty();
  }

  private static PropertyMap outputs(MetricFilter filter, Prior prior) {
    String pattern = Optional.ofNullable(filter.filterPattern()).orElse("");
    Optional<String> said =
        prior.inputs().text("pattern").filter(text -> text.strip().equals(pattern));
    return ModelReader.read(SHAPE, filter).toBuilder().put("pattern", said.orElse(pattern)).build();
  }

  private CloudWatchLogsClient logs() {
    return session.clients().logs();
  }
}
