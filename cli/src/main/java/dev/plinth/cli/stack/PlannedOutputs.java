/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import com.google.protobuf.Struct;
import dev.plinth.api.reference.OutputsSource;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.wire.StructCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outputs that stacks of this run will have, as their previews showed them. What is not known
 * before the deployment is the string that stands for an unknown value, which the engine reads as
 * one.
 */
public final class PlannedOutputs implements OutputsSource {
  private final Map<ResourceKey, Struct> outputs = new ConcurrentHashMap<>();

  /** Remembers what the preview of a stack showed. */
  public void put(PlannedStack stack, PropertyMap previewed) {
    if (stack.manifests().size() == 1) {
      outputs.put(StackPlan.keyOf(stack.manifests().get(0)), StructCodec.encode(previewed));
    }
  }

  /** Whether a value for this resource comes from here. */
  public boolean has(ResourceKey key) {
    return outputs.containsKey(key);
  }

  @Override
  public Optional<Struct> find(ResourceKey key) {
    return Optional.ofNullable(outputs.get(key));
  }

  @Override
  public List<ResourceKey> candidates() {
    return List.copyOf(outputs.keySet());
  }

  @Override
  public String describe() {
    return "among the stacks of this run";
  }
}
