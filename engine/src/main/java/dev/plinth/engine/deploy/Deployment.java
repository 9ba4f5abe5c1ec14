/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetHasher;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One run over one stack: a preview, an update, a destroy or a refresh. An instance is used once.
 *
 * <p>Steps run in parallel as far as the program lets them: a registration waits for nothing but
 * its own inputs. The first failure ends the run; what is in flight is finished and recorded.
 */
public final class Deployment {
  private final RunKind kind;
  private final StackName stack;
  private final Snapshot base;
  private final List<String> notices;
  private final DeploymentOptions options;
  private final RunOptions asked;
  private final RunControl control;
  private final Scope scope;
  private final Seeds seeds;
  private final PlanRecorder foreseen = new PlanRecorder();
  private final EventStream events;
  private final SnapshotRecorder recorder;
  private final ProviderRegistry providers;
  private final AssetHasher assets;
  private final StepRunner steps;

  private Deployment(
      RunKind kind,
      StackName stack,
      Snapshot base,
      Optional<StackSession> session,
      DeploymentOptions options,
      RunOptions asked,
      Consumer<EngineEvent> reader) {
    this.kind = kind;
    this.stack = stack;
    this.base = base;
    this.notices = session.map(StackSession::notices).orElse(List.of());
    this.options = options;
    this.asked = asked;
    this.control = new RunControl(asked.continueOnError());
    this.scope = new Scope(asked);
    this.seeds = new Seeds(asked.plan());
    this.events = new EventStream(reader);
    this.recorder = new SnapshotRecorder(base, session);
    this.providers =
        new ProviderRegistry(
            factories(), options.others(), new StackIndex(base.resources()), this::warn);
    StepWatch watch =
        kind.isPreview() || asked.plan().isEmpty() ? foreseen : new PlanGuard(asked.plan().get());
    this.assets = new AssetHasher(options.directory());
    ArchiveFiles files = new ArchiveFiles(assets, options.archives());
    this.steps = new StepRunner(events, recorder, control, watch, files, kind.isPreview());
  }

  private Map<String, ProviderFactory> factories() {
    Map<String, ProviderFactory> all = new TreeMap<>(options.factories());
    all.put(
        BuiltinProvider.PACKAGE, () -> new BuiltinProvider(options.stacks(), recorder::registered));
    return all;
  }

  /**
   * A run that changes nothing.
   *
   * @param kind one of the previews
   * @param base the stack as it is
   */
  public static Deployment preview(
      RunKind kind,
      StackName stack,
      Snapshot base,
      DeploymentOptions options,
      RunOptions asked,
      Consumer<EngineEvent> reader) {
    if (!kind.isPreview()) {
      throw new IllegalArgumentException(kind + " is not a preview");
    }
    return new Deployment(kind, stack, base, Optional.empty(), options, asked, reader);
  }

  /**
   * A run that changes the stack.
   *
   * @param kind an update, a destroy or a refresh
   * @param session the right to write the stack; stays the caller's to close
   */
  public static Deployment execute(
      RunKind kind,
      StackName stack,
      StackSession session,
      DeploymentOptions options,
      RunOptions asked,
      Consumer<EngineEvent> reader) {
    if (kind.isPreview()) {
      throw new IllegalArgumentException(kind + " is a preview");
    }
    return new Deployment(
        kind, stack, session.snapshot(), Optional.of(session), options, asked, reader);
  }

  private void warn(Urn urn, String message, String remedy) {
    events.warn(Optional.of(urn), message, Optional.of(remedy));
  }

  /** Ends the run soon: what is in flight is finished and recorded, nothing new is begun. */
  public void cancel() {
    control.cancel();
  }

  /** Makes calls in flight end too, if they can. */
  public void terminate() {
    control.cancel();
    providers.cancel();
  }

  /**
   * Runs and waits for the end. It never throws for what goes wrong with a resource, a program or
   * the state: events say so, and the result is a failure.
   *
   * @param program what the stack is to be; asked in an update only
   */
  public DeploymentResult run(Program program) {
    long start = System.nanoTime();
    events.emit(new EngineEvent.Started(kind, stack));
    notices.forEach(notice -> events.warn(Optional.empty(), notice, Optional.empty()));
    Executor executor = options.workers().executor();
    PropertyMap outputs = PropertyMap.empty();
    try {
      requirePlannedBase();
      recover();
      if (!kind.hasProgram()) {
        requireKnownTargets(recorder.remaining());
      }
      if (!control.isStopped() && (kind.isRefresh() || asked.refresh())) {
        refresh(executor);
      }
      if (kind.hasProgram() && !control.isStopped()) {
        outputs = runProgram(program, executor);
      }
      if (deletes()) {
        deleteTheRest(executor);
      }
    } finally {
      providers.close();
    }
    RunResult result =
        control.isCanceled()
            ? RunResult.CANCELED
            : control.hasFailed() ? RunResult.FAILED : RunResult.SUCCEEDED;
    events.emit(
        new EngineEvent.Summary(
            kind,
            result,
            events.changes(),
            SecretMask.mask(outputs),
            Duration.ofNanos(System.nanoTime() - start)));
    return new DeploymentResult(
        result,
        events.changes(),
        outputs,
        recorder.snapshot(),
        foreseen.plan(digest(), seeds.drawn()),
        assets.listings());
  }

  /**
   * After a failure an update cannot tell what the program would not have had from what it lost.
   */
  private boolean deletes() {
    return !control.isStopped() && (kind.isDestroy() || (kind.isUpdate() && !control.hasFailed()));
  }

  private String digest() {
    return kind.isPreview() ? SnapshotDigest.of(base) : "";
  }

  /** A plan holds for the state that it was made from. */
  private void requirePlannedBase() {
    if (!kind.isPreview()
        && asked.plan().filter(plan -> !plan.base().equals(SnapshotDigest.of(base))).isPresent()) {
      events.error(
          Optional.empty(),
          "",
          "the state is not the one that the plan was made from",
          Optional.of("make a new plan, and look at it"));
      control.failAndStop();
    }
  }

  /** What is asked for must be there: a mistyped target would make the run do nothing. */
  private void requireKnownTargets(List<ResourceState> known) {
    if (scope.isAll() && asked.selection().replace().isEmpty()) {
      return;
    }
    for (ResourceState state : known) {
      scope.includes(state.urn(), state.custom(), state.references());
    }
    for (String unknown : scope.unmatched()) {
      events.error(
          Optional.empty(),
          "",
          "there is no resource " + unknown + " in the stack",
          Optional.of("a URN, or a pattern of one, was expected; * and ** stand for any text"));
      control.failAndStop();
    }
  }

  private void refresh(Executor executor) {
    new Refresh(
            providers, recorder, events, control, options.clock(), asked.accept(), kind.isRefresh())
        .run(
            recorder.remaining().stream()
                .filter(state -> scope.includes(state.urn(), state.custom(), state.references()))
                .toList(),
            executor);
  }

  private PropertyMap runProgram(Program program, Executor executor) {
    StackIndex index = new StackIndex(recorder.remaining());
    MonitorService monitor =
        new MonitorService(
            kind, stack, index, scope, seeds, providers, steps, recorder, events, control, options,
            assets, executor);
    try {
      program.start(monitor).join();
    } catch (CompletionException e) {
      reportProgramFailure(e.getCause() == null ? e : e.getCause());
    }
    monitor.awaitQuiet();
    if (!control.isStopped()) {
      requireKnownTargets(recorder.remaining());
    }
    return monitor.finish();
  }

  /** A failure that an event has told of already is not told again. */
  private void reportProgramFailure(Throwable cause) {
    if (!control.isStopped() && !Failure.isTold(cause)) {
      Failure failure = Failure.of(cause);
      events.error(Optional.empty(), failure.property(), failure.message(), failure.remedy());
    }
    control.fail();
  }

  private void deleteTheRest(Executor executor) {
    Deletions deletions =
        new Deletions(providers, steps, events, control, executor, kind.isPreview());
    try {
      Condemned condemned =
          new Condemned(scope, urn -> recorder.registered(urn).isPresent(), events, control);
      List<ResourceState> chosen = condemned.choose(recorder.remaining());
      if (!control.isStopped()) {
        deletions.run(chosen).join();
      }
    } catch (CompletionException e) {
      // Each failed delete has told of itself; anything else is a bug and must not be swallowed.
      if (!Failure.isTold(e.getCause())) {
        throw e;
      }
    }
  }

  private void recover() {
    if (!control.isStopped() && !base.pendingOperations().isEmpty()) {
      new Recovery(stack, recorder, providers, events, control, options.clock(), kind.isPreview())
          .run();
    }
  }
}
