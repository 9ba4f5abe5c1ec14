/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.api.reference.Reference;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.engine.state.StackName;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which stacks manifests become, in the order in which they can be deployed. */
public final class StackPlan {
  private StackPlan() {}

  /**
   * Without a name each manifest becomes a stack of its own; with one they all go into that stack.
   *
   * @throws ManifestException when they refer to each other in a way that cannot be deployed
   */
  public static List<PlannedStack> of(LoadResult loaded, Optional<String> stack) {
    List<Manifest<?>> manifests = loaded.manifests();
    return stack.isPresent() && !manifests.isEmpty()
        ? List.of(together(stack.get(), manifests))
        : separate(manifests);
  }

  private static PlannedStack together(String stack, List<Manifest<?>> manifests) {
    StackName name = StackNames.of(StackKind.of(manifests.get(0)), stack);
    if (manifests.size() == 1) {
      return new PlannedStack(name, manifests, tagsOf(manifests.get(0)));
    }
    refuseWholeStacks(name, manifests);
    refuseReferencesWithin(name, manifests);
    Set<String> envs = new HashSet<>();
    manifests.forEach(manifest -> envs.add(ManifestMetadata.of(manifest.message()).getEnv()));
    String env = envs.size() == 1 ? envs.iterator().next() : "";
    return new PlannedStack(name, manifests, StackTags.ofSeveral(StackKind.AWS_LAMBDA.kind(), env));
  }

  private static void refuseWholeStacks(StackName name, List<Manifest<?>> manifests) {
    Findings findings = new Findings();
    for (Manifest<?> manifest : manifests) {
      if (StackKind.of(manifest) != StackKind.AWS_LAMBDA) {
        findings.error(
            "stack.not-alone",
            manifest.sources().locate("kind"),
            "kind",
            "a manifest of kind "
                + StackKind.of(manifest).kind()
                + " is a whole stack, and '"
                + name.stack()
                + "' would hold more than it.",
            "leave --stack out, or give this manifest alone.");
      }
    }
    ManifestException.throwIfAnyError(findings.sorted());
  }

  private static void refuseReferencesWithin(StackName name, List<Manifest<?>> manifests) {
    Set<ResourceKey> keys = new HashSet<>();
    manifests.forEach(manifest -> keys.add(keyOf(manifest)));
    Findings findings = new Findings();
    for (Manifest<?> manifest : manifests) {
      for (Reference reference : ReferenceResolver.references(manifest)) {
        if (keys.contains(reference.target())) {
          findings.error(
              "reference.same-stack",
              reference.location(),
              reference.fieldPath(),
              reference.target()
                  + " is deployed in the same stack '"
                  + name.stack()
                  + "', whose outputs are known only when it is complete.",
              "leave --stack out, so that each manifest becomes a stack of its own.");
        }
      }
    }
    ManifestException.throwIfAnyError(findings.sorted());
  }

  private static List<PlannedStack> separate(List<Manifest<?>> manifests) {
    Map<ResourceKey, PlannedStack> stacks = new LinkedHashMap<>();
    Map<StackName, Manifest<?>> byName = new LinkedHashMap<>();
    Findings findings = new Findings();
    for (Manifest<?> manifest : manifests) {
      StackName name =
          StackNames.conventional(StackKind.of(manifest), ManifestMetadata.of(manifest.message()));
      Manifest<?> other = byName.putIfAbsent(name, manifest);
      if (other != null) {
        findings.add(sameName(name, manifest, other));
      }
      stacks.put(keyOf(manifest), new PlannedStack(name, List.of(manifest), tagsOf(manifest)));
    }
    ManifestException.throwIfAnyError(findings.sorted());
    return new DeploymentOrder(stacks).sorted();
  }

  private static Diagnostic sameName(StackName name, Manifest<?> manifest, Manifest<?> other) {
    return new Diagnostic(
        Severity.ERROR,
        "stack.same-name",
        Optional.of(manifest.sources().locate("metadata.name")),
        "metadata.name",
        "this manifest and "
            + other.sources().locate("metadata.name")
            + " would both become the stack '"
            + name.stack()
            + "'.",
        "rename one of them, or deploy them one at a time with --stack NAME.");
  }

  private static StackTags tagsOf(Manifest<?> manifest) {
    return StackTags.of(StackKind.of(manifest).kind(), ManifestMetadata.of(manifest.message()));
  }

  static ResourceKey keyOf(Manifest<?> manifest) {
    CloudResourceMetadata metadata = ManifestMetadata.of(manifest.message());
    return new ResourceKey(StackKind.of(manifest).kind(), metadata.getEnv(), metadata.getName());
  }
}
