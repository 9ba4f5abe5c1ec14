/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.internal.Internal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * What a resource depends on, as the engine knows it. To depend on a component is to depend on the
 * resources in it: its own children and those of the components among them, but not the children of
 * custom resources. A remote component, whose children only its plugin knows, stands for itself.
 */
final class Dependencies {
  private Dependencies() {}

  /** The URNs, once all of them are known; one that stays unknown is left out. */
  static CompletableFuture<Set<Urn>> urnsOf(Collection<Resource> resources) {
    if (resources.isEmpty()) {
      return CompletableFuture.completedFuture(Set.of());
    }
    List<CompletableFuture<String>> urns = new ArrayList<>();
    for (Resource resource : reachable(resources)) {
      urns.add(Internal.of(resource.urn()).getValueOrDefault(""));
    }
    return CompletableFuture.allOf(urns.toArray(CompletableFuture[]::new))
        .thenApply(
            unused ->
                urns.stream()
                    .map(CompletableFuture::join)
                    .filter(urn -> !urn.isEmpty())
                    .map(Urn::new)
                    .collect(Collectors.toSet()));
  }

  private static List<Resource> reachable(Collection<Resource> resources) {
    Set<Resource> seen = new HashSet<>();
    List<Resource> found = new ArrayList<>();
    resources.forEach(resource -> add(resource, seen, found));
    return found;
  }

  private static void add(Resource resource, Set<Resource> seen, List<Resource> found) {
    if (!seen.add(resource)) {
      return;
    }
    if (resource instanceof CustomResource || Internal.from(resource).getRemote()) {
      found.add(resource);
    }
    if (resource instanceof ComponentResource) {
      Set<Resource> children = resource.pulumiChildResources();
      List<Resource> now;
      synchronized (children) {
        now = List.copyOf(children);
      }
      now.forEach(child -> add(child, seen, found));
    }
  }
}
