/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** A CloudWatch alarm on a metric or on an expression. Its id, also for an import, is its name. */
public final class MetricAlarmType implements ResourceType {
  @Override
  public ResourceSchema schema() {
    return MetricAlarmSchema.SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new MetricAlarmOperations(session);
  }
}
