/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import build.buf.protovalidate.Violation;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.options.OptionsProto;
import dev.plinth.proto.options.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the .proto files: protovalidate finds what is broken, the options next to the rules
 * say it in words.
 */
final class ProtoRules {
  private ProtoRules() {}

  static void check(Message message, Report report) {
    if (PlainRules.areKept(message)) {
      return;
    }
    List<Violation> violations = new ArrayList<>(Protovalidate.validate(message).getViolations());
    // A name that is both reserved and malformed is reported once, as reserved.
    violations.sort(Comparator.comparing(v -> !v.toProto().getRuleId().endsWith("not_in")));
    Set<String> reported = new HashSet<>();
    for (Violation violation : violations) {
      Place place = Place.of(message.getDescriptorForType(), violation.toProto());
      Optional<Remedy> remedy = place.remedyFor(violation.toProto().getRuleId());
      if (remedy.isPresent()) {
        String path = FieldPath.field(place.path(), remedy.get().getField());
        String code = "manifest." + remedy.get().getRule();
        report.error(code, path, violation.toProto().getMessage(), remedy.get().getFix());
      } else if (!isReadInPart(violation, place, report) && reported.add(place.path())) {
        reportField(violation, place.fieldOrThrow(), place.path(), report);
      }
    }
  }

  /** Whether a field looks missing only because what stands there could not be read. */
  private static boolean isReadInPart(Violation violation, Place place, Report report) {
    return violation.toProto().getRuleId().equals("required")
        && report.sources().hasUnreadablePart(report.full(place.path()));
  }

  private static void reportField(
      Violation violation, FieldDescriptor field, String path, Report report) {
    build.buf.validate.Violation proto = violation.toProto();
    Wording wording = new Wording(field, proto.getRuleId());
    Violation.FieldValue rule = violation.getRuleValue();
    String mustBe = wording.mustBe(rule == null ? null : rule.getValue());
    report.error(
        wording.code(),
        path,
        sentence(proto, violation, wording, path, mustBe),
        wording.fix(report.full(path), mustBe));
  }

  private static String sentence(
      build.buf.validate.Violation proto,
      Violation violation,
      Wording wording,
      String path,
      String mustBe) {
    if (proto.getForKey()) {
      String key =
          proto.getField().getElements(proto.getField().getElementsCount() - 1).getStringKey();
      String map = FieldPath.lastStep(FieldPath.parent(path));
      return map + " has the name " + Quotation.of(key) + ", but a name must be " + mustBe + ".";
    }
    String name = FieldPath.lastStep(path);
    if (proto.getRuleId().equals("required")) {
      return name + " is missing.";
    }
    Violation.FieldValue value = violation.getFieldValue();
    String found = wording.found(value == null ? null : value.getValue());
    return name + " " + found + ", but must be " + mustBe + ".";
  }

  /**
   * What a violation is about.
   *
   * @param path from the validated message
   * @param field the field at the path; null when the path leads to a message as a whole
   * @param message the type of the message as a whole, or of the one that has the field
   */
  private record Place(String path, @Nullable FieldDescriptor field, Descriptor message) {

    static Place of(Descriptor root, build.buf.validate.Violation violation) {
      String path = "";
      FieldDescriptor field = null;
      Descriptor message = root;
      for (FieldPathElement element : violation.getField().getElementsList()) {
        FieldDescriptor next = message.findFieldByName(element.getFieldName());
        if (next == null) {
          break; // A oneof: its name is no part of a path, and the field that has it is what is
          // incomplete.
        }
        field = next;
        path = step(path, element);
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
          message = field.getMessageType();
        }
      }
      return new Place(path, field, message);
    }

    FieldDescriptor fieldOrThrow() {
      if (field == null) {
        throw new IllegalStateException("a rule of " + message.getFullName() + " has no remedy");
      }
      return field;
    }

    private static String step(String path, FieldPathElement element) {
      String field = FieldPath.field(path, element.getFieldName());
      return switch (element.getSubscriptCase()) {
        case INDEX -> FieldPath.index(field, (int) element.getIndex());
        case STRING_KEY -> FieldPath.key(field, element.getStringKey());
        case BOOL_KEY, INT_KEY, UINT_KEY, SUBSCRIPT_NOT_SET -> field;
      };
    }

    Optional<Remedy> remedyFor(String ruleId) {
      return message.getOptions().getExtension(OptionsProto.remedy).stream()
          .filter(remedy -> remedy.getRule().equals(ruleId))
          .findFirst();
    }
  }
}
