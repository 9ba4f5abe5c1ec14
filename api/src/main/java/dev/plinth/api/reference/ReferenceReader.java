/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.proto.cloudresourcekind.CloudResourceKind;
import dev.plinth.proto.foreignkey.ForeignKeyProto;
import dev.plinth.proto.foreignkey.ValueFromRef;
import java.util.Optional;

/**
 * Completes a reference with the defaults of its field and of its manifest, and reports what is
 * still missing.
 */
final class ReferenceReader {
  private final SourceMap sources;
  private final String ownEnv;
  private final Findings findings;

  /**
   * For the references of one manifest.
   *
   * @param ownEnv the manifest's environment, which a reference means when it names none
   */
  ReferenceReader(SourceMap sources, String ownEnv, Findings findings) {
    this.sources = sources;
    this.ownEnv = ownEnv;
    this.findings = findings;
  }

  /** The reference; empty after it was reported. */
  Optional<Reference> read(FieldDescriptor field, ValueFromRef ref, String path) {
    SourceLocation location = sources.locate(FieldPath.field(path, "value_from"));
    String targetPath =
        ref.getFieldPath().isEmpty()
            ? field.getOptions().getExtension(ForeignKeyProto.defaultKindFieldPath)
            : ref.getFieldPath();
    Optional<String> kind = kindOf(field, ref, path, targetPath);
    if (targetPath.isEmpty() && kind.isPresent()) {
      String remedy = "add field_path, such as status.outputs." + exampleFor(kind.orElse("")) + ".";
      error(
          "reference.no-field-path",
          path,
          "the reference names no field_path, and " + field.getName() + " has no default for it.",
          remedy);
    } else if (!targetPath.isEmpty() && OutputPath.parse(targetPath).isEmpty()) {
      String message =
          "field_path is \""
              + targetPath
              + "\", but must lead to an output, as in status.outputs.name, status.outputs.list.[0].id or status.outputs.list.[*].id.";
      error(
          "reference.bad-field-path",
          FieldPath.field(path, "value_from.field_path"),
          message,
          "correct field_path.");
      return Optional.empty();
    }
    if (kind.isEmpty() || targetPath.isEmpty() || ref.getName().isEmpty()) {
      return Optional.empty(); // A missing name is reported by the rule of the field.
    }
    String env = ref.getEnv().isEmpty() ? ownEnv : ref.getEnv();
    return Optional.of(
        new Reference(path, new ResourceKey(kind.get(), env, ref.getName()), targetPath, location));
  }

  private Optional<String> kindOf(
      FieldDescriptor field, ValueFromRef ref, String path, String targetPath) {
    CloudResourceKind fieldDefault = field.getOptions().getExtension(ForeignKeyProto.defaultKind);
    CloudResourceKind kind = ref.getKindValue() == 0 ? fieldDefault : ref.getKind();
    if (kind == CloudResourceKind.UNRECOGNIZED) {
      error(
          "reference.unknown-kind",
          FieldPath.field(path, "value_from.kind"),
          "kind is the number "
              + ref.getKindValue()
              + ", which stands for no kind known to this version of Plinth.",
          "name the kind, such as AwsIamRole.");
      return Optional.empty();
    }
    if (kind == CloudResourceKind.unspecified) {
      noKind(field, path, targetPath);
      return Optional.empty();
    }
    return Optional.of(kind.getValueDescriptor().getName());
  }

  private void noKind(FieldDescriptor field, String path, String targetPath) {
    String kind = CloudResourceKind.AwsLambda.name();
    if (targetPath.isEmpty()) {
      error(
          "reference.no-kind",
          path,
          "the reference names neither kind nor field_path, and "
              + field.getName()
              + " has no default for either.",
          "add both, such as kind: %s and field_path: status.outputs.%s."
              .formatted(kind, exampleFor(kind)));
    } else {
      error(
          "reference.no-kind",
          path,
          "the reference names no kind, and " + field.getName() + " has no default for it.",
          "add kind, such as " + kind + ".");
    }
  }

  /** Of the kinds that fields are referred to without a default path. */
  private static String exampleFor(String kind) {
    return switch (kind) {
      case "AwsVpc" -> "private_subnets.[*].id";
      case "AwsLambda" -> "layer_arns.[0]";
      default -> "name";
    };
  }

  private void error(String code, String path, String message, String remedy) {
    findings.error(code, sources.locate(path), path, message, remedy);
  }
}
