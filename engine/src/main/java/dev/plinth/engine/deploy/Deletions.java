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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

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

  /** All that is deleted in this run. */
  private final Set<Urn> going = new HashSet<>();

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
    condemned.forEach(state -> going.add(state.urn()));
    List<Set<Integer>> order = DeletionOrder.of(condemned);
    List<CompletableFuture<Void>> gone = new ArrayList<>();
    condemned.forEach(state -> gone.add(new CompletableFuture<>()));
    for (int place = 0; place < condemned.size(); place++) {
      ResourceState state = condemned.get(place);
      CompletableFuture<Void> end = gone.get(place);
      var unused =
          CompletableFuture.allOf(
                  order.get(place).stream().map(gone::get).toArray(CompletableFuture<?>[]::new))
              .thenRunAsync(() -> delete(state), executor)
              .whenComplete((none, failure) -> complete(end, failure));
    }
    return CompletableFuture.allOf(gone.toArray(new CompletableFuture<?>[0]));
  }

  private static void complete(CompletableFuture<Void> end, @Nullable Throwable failure) {
    if (failure == null) {
      end.complete(null);
    } else {
      end.completeExceptionally(failure instanceof CompletionException ? cause(failure) : failure);
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : failure.getCause();
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
      steps.delete(op(state), state, () -> callProvider(state), Optional.empty());
    } catch (StepFailedException | DeploymentStoppedException e) {
      throw new CompletionException(e);
    }
  }

  private static Op op(ResourceState state) {
    if (state.pendingReplacement()) {
      return Op.REMOVE_PENDING_REPLACE;
    }
    if (state.external()) {
      return state.delete() ? Op.DISCARD_REPLACED : Op.DISCARD;
    }
    return state.delete() ? Op.DELETE_REPLACED : Op.DELETE;
  }

  private void callProvider(ResourceState state) {
    if (preview
        || !state.custom()
        || state.pendingReplacement()
        || state.deletedWith().filter(going::contains).isPresent()
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
