/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.proto.foreignkey.Int32ValueOrRef;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.options.Expectation;
import dev.plinth.proto.options.OptionsProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Fills a message from a tree of nodes, by the rules of protobuf's JSON form: fields by either of
 * their names, null for absent. Beyond these rules, a StringValueOrRef may be a bare value in place
 * of {@code {value: …}}.
 */
final class MessageBinder {
  private final BindingContext context;
  private final ScalarBinder scalars;

  MessageBinder(BindingContext context) {
    this.context = context;
    this.scalars = new ScalarBinder(context);
  }

  void bind(MappingNode mapping, Message.Builder message, String path) {
    Set<FieldDescriptor> seen = new HashSet<>();
    for (Entries.Entry entry :
        Entries.of(mapping, path, key -> FieldPath.field(path, key), context)) {
      FieldDescriptor field = find(message.getDescriptorForType(), entry.key());
      if (field == null) {
        rejectUnknown(message.getDescriptorForType(), entry, path);
      } else {
        bindOnce(message, field, entry, FieldPath.field(path, field.getName()), seen);
      }
    }
  }

  private static @Nullable FieldDescriptor find(Descriptor type, String key) {
    FieldDescriptor field = type.findFieldByName(key);
    if (field != null) {
      return field;
    }
    return type.getFields().stream()
        .filter(f -> f.getJsonName().equals(key))
        .findFirst()
        .orElse(null);
  }

  private void rejectUnknown(Descriptor type, Entries.Entry entry, String path) {
    List<String> names = new ArrayList<>();
    boolean camel = entry.key().chars().anyMatch(Character::isUpperCase);
    type.getFields().forEach(f -> names.add(camel ? f.getJsonName() : f.getName()));
    Optional<String> meant = Suggestion.nearest(entry.key(), names);
    meant
        .map(name -> find(type, name))
        .ifPresent(field -> context.markUnreadable(FieldPath.field(path, field.getName())));
    String where = path.isEmpty() ? "a document of this kind" : path;
    context.reject(
        "manifest.unknown-field",
        entry.keyNode(),
        FieldPath.field(path, entry.key()),
        Quotation.of(entry.key())
            + " is not a field of "
            + where
            + ", which has "
            + String.join(", ", names)
            + ".",
        meant.map(name -> "did you mean " + name + "?").orElse("remove it."));
  }

  private void bindOnce(
      Message.Builder message,
      FieldDescriptor field,
      Entries.Entry entry,
      String path,
      Set<FieldDescriptor> seen) {
    OneofDescriptor oneof = field.getRealContainingOneof();
    if (!seen.add(field)) {
      context.reject(
          "manifest.duplicate-key",
          entry.keyNode(),
          path,
          field.getName()
              + " is given twice, as "
              + field.getName()
              + " and as "
              + field.getJsonName()
              + ".",
          "keep one of the two.");
    } else if (oneof != null && message.hasOneof(oneof)) {
      context.reject(
          "manifest.conflict",
          entry.keyNode(),
          path,
          field.getName()
              + " is given beside "
              + message.getOneofFieldDescriptor(oneof).getName()
              + ", but only one of them can be.",
          "keep one of the two.");
    } else {
      context.place(path, entry.value() instanceof ScalarNode ? entry.value() : entry.keyNode());
      bindField(message, field, entry.value(), path);
    }
  }

  private void bindField(Message.Builder message, FieldDescriptor field, Node node, String path) {
    if (Nodes.isNull(node)) {
      return; // As in protobuf's JSON form, null is the same as leaving the field out.
    }
    if (field.isMapField()) {
      bindMap(message, field, node, path);
    } else if (field.isRepeated()) {
      bindList(message, field, node, path);
    } else {
      value(message, field, node, path).ifPresent(value -> message.setField(field, value));
    }
  }

  private void bindList(Message.Builder message, FieldDescriptor field, Node node, String path) {
    if (!(node instanceof SequenceNode list)) {
      String remedy = "write each entry of " + path + " on a line of its own, after \"- \".";
      context.rejectType(node, path, found(field, node), "a list", typeRemedy(field, remedy));
      return;
    }
    int index = 0;
    for (Node item : list.getValue()) {
      String itemPath = FieldPath.index(path, index++);
      context.place(itemPath, item);
      // An entry that was reported keeps its position, so that the paths of later entries stay
      // right.
      message.addRepeatedField(
          field, value(message, field, item, itemPath).orElseGet(() -> empty(message, field)));
    }
  }

  private void bindMap(Message.Builder message, FieldDescriptor field, Node node, String path) {
    if (!(node instanceof MappingNode mapping)) {
      String remedy = "write the entries of " + path + " as \"name: value\", one on a line.";
      context.rejectType(node, path, found(field, node), "a mapping", typeRemedy(field, remedy));
      return;
    }
    boolean hidden = isHidden(field);
    FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
    for (Entries.Entry entry :
        Entries.of(mapping, path, key -> FieldPath.key(path, key), context)) {
      String entryPath = FieldPath.key(path, entry.key());
      context.place(entryPath, entry.keyNode());
      Message.Builder mapEntry = message.newBuilderForField(field);
      mapEntry.setField(keyField, entry.key());
      scalars
          .bind(valueField, entry.value(), entryPath, hidden)
          .ifPresent(
              value ->
                  message.addRepeatedField(field, mapEntry.setField(valueField, value).build()));
    }
  }

  private Optional<Object> value(
      Message.Builder parent, FieldDescriptor field, Node node, String path) {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return scalars.bind(field, node, path, isHidden(field));
    }
    Message.Builder message = parent.newBuilderForField(field);
    boolean takesScalar = takesScalar(message.getDescriptorForType());
    if (node instanceof MappingNode mapping) {
      bind(mapping, message, path);
    } else if (takesScalar && node instanceof ScalarNode && !Nodes.isNull(node)) {
      FieldDescriptor literal = message.getDescriptorForType().findFieldByName("value");
      scalars
          .bind(literal, node, path, isHidden(field))
          .ifPresent(value -> message.setField(literal, value));
    } else {
      String wanted = takesScalar ? "a value, or a mapping with value or value_from" : "a mapping";
      String remedy = "write " + path + " as " + wanted + ".";
      context.rejectType(node, path, found(field, node), wanted, typeRemedy(field, remedy));
      return Optional.empty();
    }
    return Optional.of(message.build());
  }

  private static boolean takesScalar(Descriptor type) {
    return type.equals(StringValueOrRef.getDescriptor())
        || type.equals(Int32ValueOrRef.getDescriptor());
  }

  private static Object empty(Message.Builder parent, FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> parent.newBuilderForField(field).build();
      case ENUM -> field.getEnumType().getValues().get(0);
      case STRING -> "";
      case BOOLEAN -> false;
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0d;
      case BYTE_STRING -> ByteString.EMPTY;
    };
  }

  private static boolean isHidden(FieldDescriptor field) {
    return field.getOptions().getDebugRedact();
  }

  private static String found(FieldDescriptor field, Node node) {
    return isHidden(field) ? Nodes.sort(node) : Nodes.describe(node);
  }

  private static String typeRemedy(FieldDescriptor field, String otherwise) {
    return field.getOptions().getExtension(OptionsProto.expect).stream()
        .filter(expectation -> expectation.getRule().equals("type"))
        .map(Expectation::getFix)
        .findFirst()
        .orElse(otherwise);
  }
}
