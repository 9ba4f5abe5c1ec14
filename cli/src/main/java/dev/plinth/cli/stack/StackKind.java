/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import com.google.protobuf.Message;
import dev.plinth.api.manifest.KindDescriptor;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestKinds;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of manifest, and the project of the program for each. */
@SuppressWarnings("ImmutableEnumChecker") // A descriptor is immutable.
public enum StackKind {
  /** One function; several may stand in one stack. */
  AWS_LAMBDA(ManifestKinds.AWS_LAMBDA, "aws-lambda"),
  /** A whole stack by itself. */
  AWS_COMPUTE_STACK(ManifestKinds.AWS_COMPUTE_STACK, "aws-compute-stack");

  private final KindDescriptor<?> descriptor;
  private final String project;

  StackKind(KindDescriptor<?> descriptor, String project) {
    this.descriptor = descriptor;
    this.project = project;
  }

  /** As manifests write it. */
  public String kind() {
    return descriptor.kind();
  }

  /** The project, as the program's {@code Pulumi.yaml} has it. */
  public String project() {
    return project;
  }

  /** The kind of a manifest. */
  public static StackKind of(Manifest<?> manifest) {
    Message message = manifest.message();
    return Arrays.stream(values())
        .filter(kind -> kind.descriptor.prototype().getClass().isInstance(message))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no program for " + message.getDescriptorForType().getFullName()));
  }

  static Optional<StackKind> named(String kind) {
    return Arrays.stream(values()).filter(known -> known.kind().equals(kind)).findFirst();
  }
}
