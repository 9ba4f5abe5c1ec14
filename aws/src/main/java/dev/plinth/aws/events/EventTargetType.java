/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * What an EventBridge rule sends its events to. Its id is {@code RULE-TARGETID}, led by {@code
 * BUS-} on another bus than the default one; an import asks for it as {@code RULE/TARGETID} or
 * {@code BUS/RULE/TARGETID}.
 */
public final class EventTargetType implements ResourceType {
  @Override
  public ResourceSchema schema() {
    return EventTargetSchema.SCHEMA;
  }

  @Override
  public String id(String asked, PropertyMap outputs) {
    return TargetKey.of(outputs).id();
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return Optional.of(TargetKey.of(inputs).id());
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new EventTargetOperations(session);
  }
}
