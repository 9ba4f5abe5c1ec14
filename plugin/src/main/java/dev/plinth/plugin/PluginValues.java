/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.Struct;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyRewriter;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import dev.plinth.engine.wire.StructCodec;

/**
 * Writes property values in the form that a plugin said it understands.
 *
 * @param secrets whether it is sent secrets as such
 * @param references whether it is sent references to resources as such, rather than their ids
 */
record PluginValues(boolean secrets, boolean references) {
  /** For calls before a plugin has said what it understands. */
  static final PluginValues ALL = new PluginValues(true, true);

  Struct encode(PropertyMap properties) {
    PropertyMap plain = secrets ? properties : properties.withoutSecrets();
    return StructCodec.encode(references ? plain : new References().rewrite(plain));
  }

  /** A custom resource becomes its id, a component its URN. */
  private static final class References extends PropertyRewriter {
    @Override
    public PropertyValue visitResourceReference(ResourceReference value) {
      return value.id().orElseGet(() -> PropertyValue.of(value.urn().text()));
    }
  }
}
