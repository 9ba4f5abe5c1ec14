/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InputDiff;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyMap;

/** A component exists in the state only. */
final class ComponentLifecycle implements Lifecycle {

  @Override
  public CheckResult check(PropertyMap olds, PropertyMap news) {
    return CheckResult.ok(news);
  }

  @Override
  public DiffResult diff(ResourceState old, ResourceState goal) {
    return InputDiff.between(old.inputs(), goal.inputs());
  }

  @Override
  public ResourceState create(ResourceState goal, String intent) {
    return goal;
  }

  /** The outputs stay until the program registers them anew. */
  @Override
  public ResourceState update(ResourceState old, ResourceState goal) {
    return goal.toBuilder().outputs(old.outputs()).build();
  }
}
