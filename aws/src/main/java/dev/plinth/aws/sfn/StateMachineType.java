/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sfn;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.HashSet;
import java.util.Set;

/** {@code aws:sfn/stateMachine:StateMachine}. Its id, also for an import, is its ARN. */
public final class StateMachineType implements ResourceType {
  private static final Set<String> VERSION = Set.of("stateMachineVersionArn", "versionDescription");

  @Override
  public ResourceSchema schema() {
    return StateMachineSchema.SCHEMA;
  }

  /** Every change but that of tags makes a revision, and a version where they are published. */
  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    Set<String> outputs = new HashSet<>();
    if (StateMachineSchema.isRevised(changed)) {
      outputs.add("revisionId");
      if (newInputs.bool(StateMachineSchema.PUBLISH).orElse(false)) {
        outputs.addAll(VERSION);
      }
    }
    return outputs;
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new StateMachineOperations(session);
  }
}
