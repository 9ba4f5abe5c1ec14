/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.PutOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** What is done with alarms. */
final class MetricAlarmOperations extends PutOperations {
  private static final Shape SHAPE = MetricAlarmSchema.SCHEMA.shape();

  private final AwsSession session;

  MetricAlarmOperations(AwsSession session) {
    super(MetricAlarmSchema.SCHEMA);
    this.session = session;
  }

  @Override
  protected String id(PropertyMap inputs) {
    return inputs.text("name").orElseThrow();
  }

  /** Tags are taken for a new alarm only. */
  @Override
  protected void put(Operation operation, PropertyMap inputs, PropertyMap before) {
    PutMetricAlarmRequest.Builder request =
        ModelWriter.fill(PutMetricAlarmRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    if (before.isEmpty() && !tags.isEmpty()) {
      request.tags(tags(tags));
    }
    if (!inputs.has("evaluateLowSampleCountPercentiles")) {
      before
          .text("evaluateLowSampleCountPercentiles")
          .ifPresent(request::evaluateLowSampleCountPercentile);
    }
    PutMetricAlarmRequest built = request.build();
    operation.repeatable("PutMetricAlarm", List.of(), () -> cloudWatch().putMetricAlarm(built));
  }

  @Override
  protected void changeTags(Operation operation, Change change, TagChanges tags) {
    String arn = change.oldOutputs().text("arn").orElseThrow();
    tags.apply(
        removed ->
            operation.call(
                "UntagResource",
                () -> cloudWatch().untagResource(untag -> untag.resourceARN(arn).tagKeys(removed))),
        set ->
            operation.call(
                "TagResource",
                () -> cloudWatch().tagResource(tag -> tag.resourceARN(arn).tags(tags(set)))));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    DescribeAlarmsRequest request =
        DescribeAlarmsRequest.builder().alarmNames(id).alarmTypes(AlarmType.METRIC_ALARM).build();
    return operation
        .call("DescribeAlarms", () -> cloudWatch().describeAlarms(request))
        .metricAlarms()
        .stream()
        .findFirst()
        .map(alarm -> outputs(operation, alarm, prior));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteAlarmsRequest request = DeleteAlarmsRequest.builder().alarmNames(id).build();
    operation.ifThere("DeleteAlarms", () -> cloudWatch().deleteAlarms(request));
  }

  private PropertyMap outputs(Operation operation, MetricAlarm alarm, Prior prior) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, alarm).toBuilder();
    Map<String, String> tags = new TreeMap<>();
    operation
        .ifThere(
            "ListTagsForResource",
            () ->
                cloudWatch().listTagsForResource(request -> request.resourceARN(alarm.alarmArn())))
        .ifPresent(found -> found.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private CloudWatchClient cloudWatch() {
    return session.clients().cloudWatch();
  }
}
