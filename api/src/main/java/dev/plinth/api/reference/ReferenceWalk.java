/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.foreignkey.Int32ValueOrRef;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.foreignkey.ValueFromRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a message, finds the references in it by type, and puts in their place what a
 * replacer returns.
 */
final class ReferenceWalk {
  /** Decides what takes the place of a reference. */
  interface Replacer {
    /**
     * The values for a reference.
     *
     * @param path where the reference stands
     * @return one message of the field's type for a single field, any number for an entry of a
     *     list; the reference itself to leave it
     */
    List<Message> replace(
        FieldDescriptor field, Message holder, ValueFromRef reference, String path);

    /**
     * Tells that an entry of a list has moved, because references before it gave more or fewer
     * values than one.
     */
    void moved(String from, String to);
  }

  private final Replacer replacer;

  ReferenceWalk(Replacer replacer) {
    this.replacer = replacer;
  }

  /** The message with its references replaced. */
  Message rewrite(Message message, String path) {
    Message.Builder rewritten = message.toBuilder();
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
        String fieldPath = FieldPath.field(path, field.getName());
        if (field.isRepeated()) {
          rewritten.setField(field, list(field, (List<?>) entry.getValue(), fieldPath));
        } else {
          rewritten.setField(field, values(field, (Message) entry.getValue(), fieldPath).get(0));
        }
      }
    }
    return rewritten.build();
  }

  private List<Message> list(FieldDescriptor field, List<?> items, String path) {
    List<Message> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String from = FieldPath.index(path, i);
      for (Message value : values(field, (Message) items.get(i), from)) {
        replacer.moved(from, FieldPath.index(path, all.size()));
        all.add(value);
      }
    }
    return all;
  }

  private List<Message> values(FieldDescriptor field, Message value, String path) {
    Optional<ValueFromRef> reference = referenceOf(value);
    if (reference.isPresent()) {
      return replacer.replace(field, value, reference.get(), path);
    }
    return List.of(rewrite(value, path));
  }

  private static Optional<ValueFromRef> referenceOf(Message value) {
    if (value instanceof StringValueOrRef text && text.hasValueFrom()) {
      return Optional.of(text.getValueFrom());
    }
    if (value instanceof Int32ValueOrRef number && number.hasValueFrom()) {
      return Optional.of(number.getValueFrom());
    }
    return Optional.empty();
  }
}
