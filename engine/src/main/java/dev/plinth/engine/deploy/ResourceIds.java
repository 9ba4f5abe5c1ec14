/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyRewriter;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ResourceReference;

/** Puts ids where a program gave resources: that is what providers take. */
final class ResourceIds extends PropertyRewriter {
  private static final ResourceIds INSTANCE = new ResourceIds();

  private ResourceIds() {}

  /** The properties with the id of a custom resource, and the URN of a component, in its place. */
  static PropertyMap inPlaceOfReferences(PropertyMap properties) {
    return INSTANCE.rewrite(properties);
  }

  @Override
  public PropertyValue visitResourceReference(ResourceReference value) {
    return value.id().orElseGet(() -> PropertyValue.of(value.urn().text()));
  }
}
