/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.manifest.FieldPath;
import java.util.List;
import java.util.Map;

/**
 * A part that is switched off is not described. An entry of a list has to be, to be one, so it is
 * passed over with all that it has.
 */
final class SwitchedOffRule implements StackRule {
  private static final String SWITCH = "enabled";

  @Override
  public void check(ComputeStack stack, Report report) {
    check(stack.spec(), "spec", new NoEffect(report));
  }

  private static void check(Message part, String path, NoEffect noEffect) {
    for (Map.Entry<FieldDescriptor, Object> entry : part.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      String at = FieldPath.field(path, field.getName());
      if (field.isMapField()) {
        continue;
      }
      if (entry.getValue() instanceof Message message) {
        if (isOff(message)) {
          checkOff(message, at, noEffect);
        } else {
          check(message, at, noEffect);
        }
      } else if (field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        List<?> items = (List<?>) entry.getValue();
        for (int i = 0; i < items.size(); i++) {
          Message item = (Message) items.get(i);
          if (!isOff(item)) {
            check(item, FieldPath.index(at, i), noEffect);
          }
        }
      }
    }
  }

  private static boolean isOff(Message part) {
    FieldDescriptor enabled = part.getDescriptorForType().findFieldByName(SWITCH);
    return enabled != null
        && part.hasField(enabled)
        && Boolean.FALSE.equals(part.getField(enabled));
  }

  private static void checkOff(Message part, String path, NoEffect noEffect) {
    List<String> others =
        part.getAllFields().keySet().stream()
            .map(FieldDescriptor::getName)
            .filter(name -> !name.equals(SWITCH))
            .toList();
    if (!others.isEmpty()) {
      noEffect.tell(
          FieldPath.field(path, others.get(0)),
          "%s %s no effect while %s.enabled is false."
              .formatted(
                  String.join(" and ", others),
                  others.size() == 1 ? "has" : "have",
                  FieldPath.lastStep(path)),
          "set "
              + FieldPath.field(path, SWITCH)
              + " to true, or take "
              + (others.size() == 1 ? "it" : "them")
              + " out.");
    }
  }
}
