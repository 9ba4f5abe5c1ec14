/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Deletes what the last run left and this one did not register. Each resource goes as soon as
 * everything that refers to it has gone; where one cannot be deleted, all that it refers to stays.
 */
final class Deletions {
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final EventStream events;
  private final RunControl control;
  private final Executor executor;
  private final boolean preview;

  Deletions(
      ProviderRegistry providers,
      StepRunner steps,
      EventStream events,
      RunControl control,
      Executor executor,
      boolean preview) {
    this.providers = providers;
    this.steps = steps;
    this.events = events;
    this.control = control;
    this.executor = executor;
    this.preview = preview;
  }

  /**
   * Deletes resources.
   *
   * @param condemned in dependency order
   * @return completes when all deletes have ended; fails when one of them has
   */
  CompletableFuture<Void> run(List<ResourceState> condemned) {
    if (refuseProtected(condemned)) {
      return CompletableFuture.failedFuture(new StepFailedException("protected resources"));
    }
    Map<Urn, List<CompletableFuture<Void>>> users = new HashMap<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = condemned.size() - 1; i >= 0; i--) {
      ResourceState state = condemned.get(i);
      List<CompletableFuture<Void>> before = users.getOrDefault(state.urn(), List.of());
      CompletableFuture<Void> deletion =
          CompletableFuture.allOf(before.toArray(new CompletableFuture<?>[0]))
              .thenRunAsync(() -> delete(state), executor);
      all.add(deletion);
      for (Urn used : StackIndex.references(state)) {
        users.computeIfAbsent(used, urn -> new ArrayList<>()).add(deletion);
      }
    }
    return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]));
  }

  private boolean refuseProtected(List<ResourceState> condemned) {
    boolean refused = false;
    for (ResourceState state : condemned) {
      if (state.protect() && !state.delete()) {
        refused = true;
        events.error(
            Optional.of(state.urn()),
            "",
            "it is protected and would have to be deleted",
            Optional.of("keep it in the program, or take its protection off and run up first"));
      }
    }
    if (refused) {
      control.fail();
    }
    return refused;
  }

  private void delete(ResourceState state) {
    try {
      Op op = state.delete() ? Op.DELETE_REPLACED : Op.DELETE;
      if (state.pendingReplacement()) {
        steps.delete(op, state, () -> {}, Optional.empty());
        return;
      }
      steps.delete(op, state, () -> callProvider(state), Optional.empty());
    } catch (StepFailedException | DeploymentStoppedException e) {
      throw new CompletionException(e);
    }
  }

  private void callProvider(ResourceState state) {
    if (preview
        || !state.custom()
        || state.external()
        || state.retainOnDelete()
        || ProviderReference.isProviderType(state.type())) {
      return;
    }
    ProviderReference reference =
        state
            .provider()
            .orElseThrow(() -> new IllegalStateException(state.urn() + " has no provider"));
    providers
        .get(reference)
        .provider()
        .delete(
            new DeleteRequest(
                state.urn(),
                state.id().orElse(""),
                state.inputs(),
                state.outputs(),
                state.customTimeouts().delete()));
  }
}
