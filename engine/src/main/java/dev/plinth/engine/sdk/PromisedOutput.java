/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputCompletionSource;
import com.pulumi.core.internal.annotations.ExportMetadata;
import com.pulumi.resources.CustomResource;
import com.pulumi.serialization.internal.Converter;

/**
 * An output of a resource that is not known yet.
 *
 * @param name of the property
 */
record PromisedOutput<T>(String name, OutputCompletionSource<T> source) {
  static <T> PromisedOutput<T> in(ExportMetadata<T> field, CustomResource resource) {
    return new PromisedOutput<>(
        field.getName(),
        new OutputCompletionSource<>(
            Internal.of(field.getOrSetIncompleteFieldValue(resource)).getDataAsync(),
            ImmutableSet.of(resource),
            field.getDataShape()));
  }

  /**
   * Fulfils it.
   *
   * @param of what has the property, for messages
   */
  void set(Converter converter, String of, Value value) {
    source.setValue(converter, of + "." + name, value, ImmutableSet.of());
  }
}
