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
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.reference.Reference;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.engine.state.StackName;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which stacks manifests become, in the order in which they can be deployed. */
public final class StackPlan {
  private static final String KIND = ManifestKinds.AWS_LAMBDA.kind();

  private StackPlan() {}

  /**
   * Without a name each manifest becomes a stack of its own; with one they all go into that stack.
   *
   * @throws ManifestException when they refer to each other in a way that cannot be deployed
   */
  public static List<PlannedStack> of(LoadResult loaded, Optional<String> stack) {
    List<Manifest<AwsLambda>> manifests = loaded.of(ManifestKinds.AWS_LAMBDA);
    return stack.isPresent()
        ? List.of(together(StackNames.of(stack.get()), manifests))
        : separate(manifests);
  }

  private static PlannedStack together(StackName name, List<Manifest<AwsLambda>> manifests) {
    if (manifests.size() == 1) {
      return new PlannedStack(name, manifests, tagsOf(manifests.get(0)));
    }
    refuseReferencesWithin(name, manifests);
    Set<String> envs = new HashSet<>();
    manifests.forEach(manifest -> envs.add(manifest.message().getMetadata().getEnv()));
    String env = envs.size() == 1 ? envs.iterator().next() : "";
    return new PlannedStack(name, manifests, StackTags.ofSeveral(KIND, env));
  }

  private static void refuseReferencesWithin(StackName name, List<Manifest<AwsLambda>> manifests) {
    Set<ResourceKey> keys = new HashSet<>();
    manifests.forEach(manifest -> keys.add(keyOf(manifest)));
    Findings findings = new Findings();
    for (Manifest<AwsLambda> manifest : manifests) {
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

  private static List<PlannedStack> separate(List<Manifest<AwsLambda>> manifests) {
    Map<ResourceKey, PlannedStack> stacks = new LinkedHashMap<>();
    Map<StackName, Manifest<AwsLambda>> byName = new LinkedHashMap<>();
    Findings findings = new Findings();
    for (Manifest<AwsLambda> manifest : manifests) {
      StackName name = StackNames.conventional(manifest.message().getMetadata());
      Manifest<AwsLambda> other = byName.putIfAbsent(name, manifest);
      if (other != null) {
        findings.add(sameName(name, manifest, other));
      }
      stacks.put(keyOf(manifest), new PlannedStack(name, List.of(manifest), tagsOf(manifest)));
    }
    ManifestException.throwIfAnyError(findings.sorted());
    return new DeploymentOrder(stacks).sorted();
  }

  private static Diagnostic sameName(
      StackName name, Manifest<AwsLambda> manifest, Manifest<AwsLambda> other) {
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

  private static StackTags tagsOf(Manifest<AwsLambda> manifest) {
    return StackTags.of(KIND, manifest.message().getMetadata());
  }

  static ResourceKey keyOf(Manifest<AwsLambda> manifest) {
    CloudResourceMetadata metadata = manifest.message().getMetadata();
    return new ResourceKey(KIND, metadata.getEnv(), metadata.getName());
  }
}
