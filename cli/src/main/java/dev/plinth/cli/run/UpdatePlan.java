/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.api.reference.OutputsSource;
import dev.plinth.api.reference.ResourceDocuments;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.cli.account.Account;
import dev.plinth.cli.account.Accounts;
import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.manifest.CheckedManifests;
import dev.plinth.cli.manifest.ManifestCheck;
import dev.plinth.cli.manifest.ProviderConfigFile;
import dev.plinth.cli.render.LeftoverText;
import dev.plinth.cli.render.Origins;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.render.StackReport;
import dev.plinth.cli.stack.PlannedOutputs;
import dev.plinth.cli.stack.PlannedStack;
import dev.plinth.cli.stack.StackPlan;
import dev.plinth.cli.stack.StoreOutputs;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The stacks that manifests ask for, ready to be previewed and deployed, in order. */
public final class UpdatePlan implements AutoCloseable {
  private record Item(PlannedStack stack, Account account) {
    StackName name() {
      return stack.name();
    }
  }

  private final Env env;
  private final Reports reports;
  private final StateStore store;
  private final Accounts accounts;
  private final StackRunner runner;
  private final ManifestValidator validator;
  private final List<OutputsSource> documents;
  private final Optional<Manifest<AwsProviderConfig>> providerConfig;
  private final List<Item> items;
  private final RunPlans plans;
  private final StackRound round;
  private final int parallel;

  /**
   * Reads, checks, names and orders the manifests, and finds out where their stacks are.
   *
   * @throws ManifestException when the manifests, or what they need, are wrong
   */
  public UpdatePlan(Env env, UpdateRequest request, Reports reports) {
    this.env = env;
    this.reports = reports;
    this.store = Stores.open(request.place(), env);
    this.accounts =
        new Accounts(env, Stores.localFolder(request.place()), request.strict(), reports.calls());
    Rehearsal.start(env, store, accounts.unopened());
    this.validator = ManifestCheck.validator(env);
    CheckedManifests checked = ManifestCheck.check(env, request.paths());
    ManifestException.throwIfAnyError(checked.diagnostics());
    reports.problems(checked.diagnostics());
    this.plans = new RunPlans(new PlanFile(env));
    this.providerConfig =
        request.providerConfig().map(path -> ProviderConfigFile.read(path, validator));
    this.documents = documents(request.resources());
    RunSettings settings =
        new RunSettings(providerConfig, request.region(), request.parallel(), request.options());
    this.runner = new StackRunner(env, store, settings);
    this.items = place(StackPlan.of(checked.loaded(), request.stack()), request.local());
    this.parallel = request.parallel();
    this.round = new StackRound(reports, request.parallel(), runner::isCanceled);
  }

  private static List<OutputsSource> documents(List<String> paths) {
    Findings findings = new Findings();
    List<OutputsSource> sources = new ArrayList<>();
    paths.forEach(path -> sources.add(ResourceDocuments.load(path, findings)));
    ManifestException.throwIfAnyError(findings.sorted());
    return sources;
  }

  private List<Item> place(List<PlannedStack> stacks, boolean local) {
    StoredStacks stored = new StoredStacks(store);
    List<Item> placed = new ArrayList<>();
    for (PlannedStack stack : stacks) {
      stored.requireSameOrigin(stack);
      placed.add(
          new Item(stack, accounts.choose(stack.name(), stored.account(stack.name()), local)));
    }
    AccountNotice.of(placed.stream().map(Item::account).toList(), local, accounts)
        .ifPresent(reports::say);
    return placed;
  }

  /** What a preview of all stacks found. */
  public record Preview(RunResult result, boolean changes) {}

  /** Makes sure that what is asked for is meant for one stack. */
  public void requireOneStack() {
    if (items.size() != 1) {
      throw CommandException.usage(
          "the manifests are " + items.size() + " stacks, and an import is into one",
          "give the manifests of one stack only.");
    }
  }

  /** Writes what the last preview showed to a file that {@link #follow} takes. */
  public void save(Path file) {
    plans.write(file, names());
    reports.say("\nThe plan is in " + file + "\n");
  }

  private List<StackName> names() {
    return items.stream().map(Item::name).toList();
  }

  /**
   * Holds the update to a plan.
   *
   * @throws CommandException when it would not do what the plan says; nothing has been done then
   */
  public void follow(Path file) {
    plans.read(file, names());
    RunOutcome outcome = previewSilently();
    plans.requireUnchanged(file, names());
    if (outcome.result() != RunResult.SUCCEEDED) {
      throw PlanFile.changed(
          file, List.of("it cannot be previewed any more; plinth preview says why"));
    }
  }

  /** Shows what would change, in all stacks that can be previewed. */
  public Preview preview() {
    PreviewRound shown = new PreviewRound();
    RunResult result = round.run(shown.tasks(), "previewed");
    return new Preview(result, shown.changes.get());
  }

  private RunOutcome previewSilently() {
    PreviewRound silent = new PreviewRound();
    RunOutcome outcome =
        StackSchedule.run(
            silent.tasks(),
            place -> silent.preview(items.get(place), origins -> event -> {}),
            parallel,
            runner::isCanceled,
            place -> {});
    outcome.throwProblems();
    return outcome;
  }

  /**
   * One preview of each stack, those that refer to others with the outputs that those would have.
   */
  private final class PreviewRound {
    private final PlannedOutputs planned = new PlannedOutputs();
    private final AtomicBoolean changes = new AtomicBoolean();

    List<StackTask> tasks() {
      return UpdatePlan.this.tasks((item, report) -> preview(item, report::preview));
    }

    RunResult preview(Item item, Function<Origins, Consumer<EngineEvent>> report) {
      References references = new References(validator, sources(List.of(planned)));
      List<Manifest<?>> manifests = references.resolve(item.stack(), planned::has);
      DeploymentResult result =
          runner.previewUpdate(
              item.name(),
              manifests,
              item.account(),
              plans.followed(item.name()),
              report.apply(origins(manifests)));
      plans.foresee(item.name(), result.plan());
      if (result.hasChanges()) {
        changes.set(true);
      }
      planned.put(item.stack(), result.outputs());
      return result.result();
    }
  }

  private List<StackTask> tasks(BiFunction<Item, StackReport, RunResult> work) {
    return items.stream()
        .map(
            item ->
                new StackTask(
                    item.name(), item.stack().needs(), report -> work.apply(item, report)))
        .toList();
  }

  /** Deploys all stacks but those that refer to one that fails. */
  public RunResult update() {
    return env.interrupts()
        .during(runner.interruptible(), () -> round.run(tasks(this::update), "begun"));
  }

  /**
   * A foundation of a hundred resources is previewed before its first call, so that what can be
   * foreseen to fail leaves nothing half done. Shows the preview only when it fails.
   */
  private RunResult rehearse(Item item, List<Manifest<?>> manifests, StackReport report) {
    List<EngineEvent> told = new ArrayList<>();
    RunResult result =
        runner
            .previewUpdate(item.name(), manifests, item.account(), Optional.empty(), told::add)
            .result();
    if (result != RunResult.SUCCEEDED) {
      told.forEach(report.preview(origins(manifests)));
    }
    return result;
  }

  /** Whether a stack is large, and was not previewed yet with the outputs that it refers to. */
  private boolean isToBeRehearsed(Item item, List<Manifest<?>> manifests) {
    boolean foundation =
        manifests.stream().anyMatch(each -> each.message() instanceof AwsComputeStack);
    boolean previewed = plans.isForeseen(item.name()) && item.stack().needs().isEmpty();
    return foundation && !previewed;
  }

  private RunResult update(Item item, StackReport report) {
    References references = new References(validator, sources(List.of()));
    List<Manifest<?>> manifests = references.resolve(item.stack(), key -> false);
    if (isToBeRehearsed(item, manifests)) {
      RunResult foreseeable = rehearse(item, manifests, report);
      if (foreseeable != RunResult.SUCCEEDED) {
        return foreseeable;
      }
    }
    LeftoverText leftover = report.leftover();
    DeploymentResult result =
        runner.update(
            item.stack(),
            manifests,
            item.account(),
            plans.followed(item.name()),
            report.run(origins(manifests)),
            leftover,
            report::say);
    if (result.result() == RunResult.CANCELED) {
      report.say(leftover.text());
    }
    return result.result();
  }

  /** Earlier stacks of this run count as deployed, so nothing of the store is remembered. */
  private List<OutputsSource> sources(List<OutputsSource> first) {
    List<OutputsSource> sources = new ArrayList<>(first);
    sources.add(new StoreOutputs(store));
    sources.addAll(documents);
    return sources;
  }

  private Origins origins(List<Manifest<?>> manifests) {
    if (manifests.get(0).message() instanceof AwsComputeStack stack) {
      return new StackPlaces(stack, manifests.get(0).sources());
    }
    Optional<SourceMap> config = providerConfig.map(Manifest::sources);
    return new ManifestPlaces(manifests, config);
  }

  /** Lists what was taken to exist. */
  public void sayAssumed() {
    reports.say(AssumedText.of(accounts.assumed()));
  }

  @Override
  public void close() {
    accounts.close();
  }
}
