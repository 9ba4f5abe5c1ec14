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
import dev.plinth.cli.render.Origins;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.stack.PlannedOutputs;
import dev.plinth.cli.stack.PlannedStack;
import dev.plinth.cli.stack.StackPlan;
import dev.plinth.cli.stack.StoreOutputs;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Plan;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The stacks that manifests ask for, ready to be previewed and deployed, in order. */
public final class UpdatePlan implements AutoCloseable {
  private record Item(PlannedStack stack, Account account) {}

  private final Env env;
  private final Reports reports;
  private final StateStore store;
  private final Accounts accounts;
  private final StackRunner runner;
  private final ManifestValidator validator;
  private final List<OutputsSource> documents;
  private final Optional<Manifest<AwsProviderConfig>> providerConfig;
  private final List<Item> items;
  private final PlanFile planFile;
  private Map<StackName, Plan> followed = Map.of();
  private final Map<StackName, Plan> foreseen = new LinkedHashMap<>();

  /**
   * Reads, checks, names and orders the manifests, and finds out where their stacks are.
   *
   * @throws ManifestException when the manifests, or what they need, are wrong
   */
  public UpdatePlan(Env env, UpdateRequest request, Reports reports) {
    this.env = env;
    this.reports = reports;
    this.validator = ManifestCheck.validator(env);
    this.store = Stores.open(request.folder(), env);
    this.accounts = new Accounts(env, Stores.localFolder(request.folder()), request.strict());
    CheckedManifests checked =
        ManifestCheck.check(
            env, request.paths(), () -> Rehearsal.run(env, store, accounts.unopened()));
    ManifestException.throwIfAnyError(checked.diagnostics());
    reports.problems(checked.diagnostics());
    this.planFile = new PlanFile(env);
    this.providerConfig =
        request.providerConfig().map(path -> ProviderConfigFile.read(path, validator));
    this.documents = documents(request.resources());
    RunSettings settings =
        new RunSettings(providerConfig, request.region(), request.parallel(), request.options());
    this.runner = new StackRunner(env, store, settings);
    this.items = place(StackPlan.of(checked.loaded(), request.stack()), request.local());
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
    planFile.write(file, foreseen);
    reports.say("\nThe plan is in " + file + "\n");
  }

  /**
   * Holds the update to a plan.
   *
   * @throws CommandException when it would not do what the plan says; nothing has been done then
   */
  public void follow(Path file) {
    followed = planFile.read(file);
    for (StackName planned : followed.keySet()) {
      if (items.stream().noneMatch(item -> item.stack().name().equals(planned))) {
        throw PlanFile.changed(file, List.of("the stack " + planned + " is not in the manifests"));
      }
    }
    List<String> facts = new ArrayList<>();
    Preview preview = preview(origins -> event -> {});
    for (Item item : items) {
      StackName name = item.stack().name();
      Plan plan = followed.get(name);
      Plan now = foreseen.get(name);
      if (plan == null) {
        facts.add("the stack " + name + " is not in the plan");
      } else if (now != null) {
        facts.addAll(plan.changedFacts(now));
      }
    }
    if (!facts.isEmpty()) {
      throw PlanFile.changed(file, facts);
    }
    if (preview.result() != RunResult.SUCCEEDED) {
      throw PlanFile.changed(
          file, List.of("it cannot be previewed any more; plinth preview says why"));
    }
  }

  /** Shows what would change, in all stacks, or up to the first that cannot be previewed. */
  public Preview preview() {
    return preview(reports::preview);
  }

  private Preview preview(Function<Origins, Consumer<EngineEvent>> report) {
    PlannedOutputs planned = new PlannedOutputs();
    References references = new References(validator, sources(List.of(planned)));
    boolean changes = false;
    for (Item item : items) {
      List<Manifest<?>> manifests = references.resolve(item.stack(), planned::has);
      DeploymentResult result =
          runner.previewUpdate(
              item.stack().name(),
              manifests,
              item.account(),
              Optional.ofNullable(followed.get(item.stack().name())),
              report.apply(origins(manifests)));
      foreseen.put(item.stack().name(), result.plan());
      if (result.result() != RunResult.SUCCEEDED) {
        return new Preview(result.result(), changes);
      }
      changes |= result.hasChanges();
      planned.put(item.stack(), result.outputs());
    }
    return new Preview(RunResult.SUCCEEDED, changes);
  }

  /** Deploys all stacks, up to the first that fails. */
  public RunResult update() {
    return env.interrupts().during(runner.interruptible(), this::updateEach);
  }

  private RunResult updateEach() {
    for (int i = 0; i < items.size(); i++) {
      RunResult result = runner.isCanceled() ? RunResult.CANCELED : update(items.get(i));
      if (result != RunResult.SUCCEEDED) {
        sayNotBegun(items.subList(i + 1, items.size()));
        return result;
      }
    }
    return RunResult.SUCCEEDED;
  }

  /**
   * A foundation of a hundred resources is previewed before its first call, so that what can be
   * foreseen to fail leaves nothing half done. Shows the preview only when it fails.
   */
  private RunResult rehearse(Item item, List<Manifest<?>> manifests) {
    if (manifests.stream().noneMatch(each -> each.message() instanceof AwsComputeStack)) {
      return RunResult.SUCCEEDED;
    }
    RunResult result = previewed(item, manifests, event -> {});
    return result == RunResult.SUCCEEDED
        ? result
        : previewed(item, manifests, reports.preview(origins(manifests)));
  }

  private RunResult previewed(
      Item item, List<Manifest<?>> manifests, Consumer<EngineEvent> reader) {
    return runner
        .previewUpdate(item.stack().name(), manifests, item.account(), Optional.empty(), reader)
        .result();
  }

  private RunResult update(Item item) {
    References references = new References(validator, sources(List.of()));
    List<Manifest<?>> manifests = references.resolve(item.stack(), key -> false);
    RunResult foreseeable = rehearse(item, manifests);
    if (foreseeable != RunResult.SUCCEEDED) {
      return foreseeable;
    }
    Consumer<EngineEvent> reader = reports.run(origins(manifests));
    var leftover = reports.leftover();
    DeploymentResult result =
        runner.update(
            item.stack(),
            manifests,
            item.account(),
            Optional.ofNullable(followed.get(item.stack().name())),
            reader,
            leftover,
            this::sayNotice);
    if (result.result() == RunResult.CANCELED) {
      reports.say(leftover.text());
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

  private void sayNotice(String notice) {
    reports.say("note: " + notice + "\n");
  }

  private void sayNotBegun(List<Item> rest) {
    rest.forEach(item -> reports.say("Not begun: " + item.stack().name().stack() + "\n"));
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
