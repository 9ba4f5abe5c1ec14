/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.TagPolicy;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Set;

/** Writes the tags that AWS answered into a resource's outputs. */
public final class TagOutputs {
  private TagOutputs() {}

  public static void put(
      PropertyMap.Builder outputs, TagPolicy policy, Map<String, String> remote, Prior prior) {
    Map<String, String> visible = policy.visible(remote);
    Set<String> named = prior.inputs().textMap(ResourceSchema.TAGS).orElse(Map.of()).keySet();
    outputs.putTextMap(ResourceSchema.TAGS, policy.own(visible, named));
    outputs.putTextMap(ResourceSchema.TAGS_ALL, visible);
  }
}
