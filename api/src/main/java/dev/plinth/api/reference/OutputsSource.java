/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.Optional;

/** Knows the outputs of resources that exist. */
public interface OutputsSource {

  /**
   * The outputs of a resource by name, what stands under {@code status.outputs}; empty when it is
   * not known here.
   */
  Optional<Struct> find(ResourceKey key);

  /** All resources that are known here, from which near misses are suggested. */
  List<ResourceKey> candidates();

  /**
   * Where this looks, as the end of a sentence: {@code in the resource documents of ./resources}.
   */
  String describe();
}
