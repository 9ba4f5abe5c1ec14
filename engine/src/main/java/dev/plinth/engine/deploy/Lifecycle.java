/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyMap;

/**
 * What differs between the three sorts of resources: components, provider resources, and custom
 * resources that a provider manages.
 */
interface Lifecycle {

  /**
   * Validates inputs and fills in what the program left open.
   *
   * @param olds the former checked inputs; empty for a new resource and for a replacement
   */
  CheckResult check(PropertyMap olds, PropertyMap news);

  /** What reaching the goal changes. */
  DiffResult diff(ResourceState old, ResourceState goal);

  /**
   * Brings the goal into being, or in a preview says what it would become.
   *
   * @param intent names the operation
   */
  ResourceState create(ResourceState goal, String intent);

  /** Changes the old resource into the goal, or in a preview says what it would become. */
  ResourceState update(ResourceState old, ResourceState goal);

  /** Called instead of the two above when nothing changes. */
  default void same(ResourceState state) {}
}
