/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.engine.value.PropertyMap;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Lambda function. Its id, also for an import, is its name. */
public final class FunctionType implements ResourceType {
  /** What CreateFunction does not set, and so is not there yet after an answer was lost. */
  static final List<String> SET_LATER = List.of("reservedConcurrentExecutions");

  private static final Set<String> CODE_OUTPUTS =
      Set.of("codeSha256", "sourceCodeSize", "signingJobArn", "signingProfileVersionArn");

  private static final Set<String> VERSION_OUTPUTS =
      Set.of("version", "qualifiedArn", "qualifiedInvokeArn");

  @Override
  public ResourceSchema schema() {
    return FunctionSchema.SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(10);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new FunctionOperations(session);
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("name");
  }

  @Override
  public List<String> setLater() {
    return SET_LATER;
  }

  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    boolean code = !Collections.disjoint(changed, FunctionSchema.CODE);
    boolean configuration = !Collections.disjoint(changed, FunctionSchema.CONFIGURATION);
    Set<String> outputs = new HashSet<>();
    if (code || configuration) {
      outputs.add("lastModified");
    }
    if (code) {
      outputs.addAll(CODE_OUTPUTS);
    }
    boolean published = code || configuration || changed.contains("publish");
    if (published && newInputs.bool("publish").orElse(false)) {
      outputs.addAll(VERSION_OUTPUTS);
    }
    return outputs;
  }
}
