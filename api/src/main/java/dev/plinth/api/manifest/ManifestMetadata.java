/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.proto.shared.CloudResourceMetadata;

/** Finds the metadata of a manifest of any kind, also of one within a stack input. */
public final class ManifestMetadata {
  private ManifestMetadata() {}

  /** The metadata; empty metadata when the message has none. */
  public static CloudResourceMetadata of(Message message) {
    if (child(message, "metadata") instanceof CloudResourceMetadata metadata) {
      return metadata;
    }
    return child(message, "target") instanceof Message target
        ? of(target)
        : CloudResourceMetadata.getDefaultInstance();
  }

  private static Object child(Message message, String name) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
    return field == null ? "" : message.getField(field);
  }
}
