/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource exists, but not as it was asked for. The engine keeps it in the state with the
 * reasons, and the next run mends it.
 */
public final class PartialFailureException extends ProviderException {
  private final String id;
  private final PropertyMap outputs;
  private final List<String> reasons;

  /**
   * @param reasons what is not as it was asked for
   * @param cause says which input is to blame, and what to do, when it is a failure of a provider
   */
  public PartialFailureException(
      String id, PropertyMap outputs, List<String> reasons, @Nullable Throwable cause) {
    super(String.join("; ", reasons), remedyOf(cause), cause, propertyOf(cause));
    this.id = id;
    this.outputs = outputs;
    this.reasons = List.copyOf(reasons);
  }

  private static @Nullable String remedyOf(@Nullable Throwable cause) {
    return cause instanceof ProviderException failure ? failure.remedy().orElse(null) : null;
  }

  private static @Nullable String propertyOf(@Nullable Throwable cause) {
    return cause instanceof ProviderException failure ? failure.property().orElse(null) : null;
  }

  public String id() {
    return id;
  }

  /** What the resource is, as far as it could be read. */
  public PropertyMap outputs() {
    return outputs;
  }

  public List<String> reasons() {
    return reasons;
  }
}
