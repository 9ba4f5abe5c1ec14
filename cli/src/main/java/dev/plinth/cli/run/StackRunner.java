/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.manifest.Manifest;
import dev.plinth.cli.account.Account;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.Interrupts.Interruptible;
import dev.plinth.cli.render.PluginText;
import dev.plinth.cli.stack.PlannedStack;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Plan;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.deploy.Workers;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.plugin.PluginProviders;
import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs the engine over one stack at a time. */
public final class StackRunner {
  private static final Program NO_PROGRAM = monitor -> CompletableFuture.completedFuture(null);

  private final Env env;
  private final StateStore store;
  private final RunSettings settings;
  private final CurrentRuns current = new CurrentRuns();

  /** All stacks share them, so that the bound holds for the whole command. */
  private final Workers workers;

  public StackRunner(Env env, StateStore store, RunSettings settings) {
    this.env = env;
    this.store = store;
    this.settings = settings;
    this.workers = new Workers(settings.parallel());
  }

  /** What Ctrl-C stops. */
  public Interruptible interruptible() {
    return current;
  }

  /** Whether Ctrl-C was pressed, so that no further stack is begun. */
  public boolean isCanceled() {
    return current.isCanceled();
  }

  /**
   * Shows what an update would change.
   *
   * @param manifests the stack's manifests, references resolved
   * @param plan whose names are drawn again
   */
  public DeploymentResult previewUpdate(
      StackName name,
      List<Manifest<?>> manifests,
      Account account,
      Optional<Plan> plan,
      Consumer<EngineEvent> reader) {
    Snapshot base = store.load(name).orElse(Snapshot.empty());
    RunOptions asked = settings.options().withPlan(plan);
    return previewUpdate(name, base, manifests, account, asked, reader);
  }

  /** Shows what would become of a stack that is as given. */
  DeploymentResult previewUpdate(
      StackName name,
      Snapshot base,
      List<Manifest<?>> manifests,
      Account account,
      RunOptions asked,
      Consumer<EngineEvent> reader) {
    DeploymentOptions options = options(name, account, base);
    RunKind kind = isImport() ? RunKind.PREVIEW_IMPORT : RunKind.PREVIEW_UPDATE;
    return Deployment.preview(kind, name, base, options, asked, reader)
        .run(program(name, manifests, true));
  }

  /**
   * Makes the stack what its manifests say.
   *
   * @param manifests the stack's manifests, references resolved
   * @param plan the only steps that may be taken
   * @param leftover reads what is left to do, when the run is canceled
   * @param say takes what people should know of the lock and of the history
   */
  public DeploymentResult update(
      PlannedStack stack,
      List<Manifest<?>> manifests,
      Account account,
      Optional<Plan> plan,
      Consumer<EngineEvent> reader,
      Consumer<EngineEvent> leftover,
      Consumer<String> say) {
    StackName name = stack.name();
    // An import knows the outputs of what it imports only, as a preview does.
    Program program = program(name, manifests, isImport());
    RunKind kind = isImport() ? RunKind.IMPORT : RunKind.UPDATE;
    RunOptions asked = settings.options().withPlan(plan);
    DeploymentResult result;
    try (StackSession session = store.open(name)) {
      session.notices().forEach(notice -> say.accept("note: " + notice + "\n"));
      saveTags(session, name, stack.tags().toMap(account.kind()));
      DeploymentOptions options = options(name, account, session.snapshot());
      RunHistory history = RunHistory.begin(env, kind, options.config());
      result =
          current.run(Deployment.execute(kind, name, session, options, asked, reader), program);
      history.end(session, result, say);
      KeptArchives.keep(store, name, session, result);
    }
    if (result.result() == RunResult.CANCELED) {
      RunOptions rest = settings.options().withRefresh(false);
      previewUpdate(name, result.snapshot(), manifests, account, rest, leftover);
    }
    return result;
  }

  private boolean isImport() {
    return !settings.options().adoptions().isEmpty();
  }

  private void saveTags(StackSession session, StackName name, Map<String, String> tags) {
    if (!store.tags(name).equals(tags)) {
      session.saveTags(tags);
    }
  }

  /** Shows what would come of an operation that needs no program. */
  public DeploymentResult preview(
      RunKind kind, StackName name, Account account, Consumer<EngineEvent> reader) {
    Snapshot base = store.load(name).orElse(Snapshot.empty());
    return preview(kind, name, base, account, reader);
  }

  private DeploymentResult preview(
      RunKind kind, StackName name, Snapshot base, Account account, Consumer<EngineEvent> reader) {
    DeploymentOptions options = options(name, account, base);
    return Deployment.preview(kind, name, base, options, settings.options(), reader)
        .run(NO_PROGRAM);
  }

  /**
   * Carries out an operation that needs no program. A destroy that leaves nothing removes the stack
   * itself.
   *
   * @param leftover reads what is left to delete, when a destroy is canceled
   * @param say takes what people should know of the lock and of the history
   */
  public DeploymentResult execute(
      RunKind kind,
      StackName name,
      Account account,
      Consumer<EngineEvent> reader,
      Consumer<EngineEvent> leftover,
      Consumer<String> say) {
    DeploymentResult result;
    try (StackSession session = store.open(name)) {
      session.notices().forEach(notice -> say.accept("note: " + notice + "\n"));
      DeploymentOptions options = options(name, account, session.snapshot());
      RunOptions asked = settings.options();
      RunHistory history = RunHistory.begin(env, kind, options.config());
      result =
          current.run(Deployment.execute(kind, name, session, options, asked, reader), NO_PROGRAM);
      if (kind.isDestroy() && result.isEmpty()) {
        session.remove();
      } else {
        history.end(session, result, say);
      }
    }
    if (kind.isDestroy() && result.result() == RunResult.CANCELED) {
      preview(RunKind.PREVIEW_DESTROY, name, result.snapshot(), account, leftover);
    }
    return result;
  }

  private Program program(StackName name, List<Manifest<?>> manifests, boolean preview) {
    Optional<AwsProviderConfig> config = settings.providerConfig().map(Manifest::message);
    return StackProgram.of(name, manifests, config, preview);
  }

  private DeploymentOptions options(StackName name, Account account, Snapshot base) {
    Map<String, PropertyMap> config =
        Region.of(settings.region(), base, env, account)
            .map(region -> Map.of("aws", PropertyMap.builder().put("region", region).build()))
            .orElse(Map.of());
    return new DeploymentOptions(
        account.providers(),
        this::plugin,
        config,
        env.cwd(),
        new StoreReferences(store),
        KeptArchives.of(store, name),
        workers,
        env.clock());
  }

  /** A package that the account has no provider of is a plugin's to serve, as Pulumi's are. */
  private ProviderFactory plugin(String packageName) {
    return new PluginProviders(env.variables(), env.home(), env.cwd(), this::tell).of(packageName);
  }

  private void tell(Severity severity, String packageName, String message) {
    env.err().print(PluginText.line(severity, packageName, message));
    env.err().flush();
  }
}
