/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.secret.SecretsProviders;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.checkpoint.CheckpointJson;
import dev.plinth.engine.state.checkpoint.CheckpointWriter;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A stack with its fake cloud: runs programs on it and checks the snapshot after every run. */
final class TestStack {
  static final StackName NAME = new StackName("shop", "dev");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  final FakeProvider provider = new FakeProvider();
  final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  final List<Snapshot> saves = Collections.synchronizedList(new ArrayList<>());
  Snapshot snapshot = Snapshot.empty();
  int parallel = 4;
  RunOptions asked = RunOptions.none();
  StackReferences stacks = StackReferences.none();
  Map<String, PropertyMap> config = Map.of();
  Map<String, String> passphrase = Map.of("PULUMI_CONFIG_PASSPHRASE", "open sesame");
  Path directory = Path.of("");
  Consumer<Deployment> beforeRun = deployment -> {};

  DeploymentResult up(Program program) {
    Deployment deployment =
        Deployment.execute(RunKind.UPDATE, NAME, new Session(), options(), asked, events::add);
    return run(deployment, program);
  }

  DeploymentResult destroy() {
    Deployment deployment =
        Deployment.execute(RunKind.DESTROY, NAME, new Session(), options(), asked, events::add);
    return run(deployment, ScriptedProgram.nothing());
  }

  DeploymentResult refresh() {
    Deployment deployment =
        Deployment.execute(RunKind.REFRESH, NAME, new Session(), options(), asked, events::add);
    return run(deployment, ScriptedProgram.nothing());
  }

  DeploymentResult preview(Program program) {
    return preview(RunKind.PREVIEW_UPDATE, program);
  }

  /** Only these targets, by name. */
  void target(String... names) {
    asked = RunOptions.none().withSelection(Selection.targeting(false, patterns(names)));
  }

  static List<UrnPattern> patterns(String... names) {
    return Arrays.stream(names).map(name -> UrnPattern.of("**::" + name)).toList();
  }

  DeploymentResult previewRefresh() {
    return preview(RunKind.PREVIEW_REFRESH, ScriptedProgram.nothing());
  }

  private DeploymentResult preview(RunKind kind, Program program) {
    Snapshot before = snapshot;
    int calls = provider.calls.size();
    Deployment deployment = Deployment.preview(kind, NAME, snapshot, options(), asked, events::add);
    DeploymentResult result = run(deployment, program);
    assertThat(snapshot).isSameAs(before);
    assertThat(provider.calls).as("calls that write").hasSize(calls);
    return result;
  }

  private DeploymentResult run(Deployment deployment, Program program) {
    events.clear();
    beforeRun.accept(deployment);
    DeploymentResult result = deployment.run(program);
    saves.forEach(TestStack::verifyIntegrity);
    return result;
  }

  /** Writes the state and reads it again, under another environment. */
  void reload(Map<String, String> environment) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    CheckpointWriter writer = new CheckpointWriter(new SecretsProviders(passphrase).create());
    writer.export(snapshot, CLOCK.instant()).forEach(stored::writeBytes);
    passphrase = environment;
    try {
      snapshot =
          CheckpointJson.read(
              new ByteArrayInputStream(stored.toByteArray()), new SecretsProviders(environment));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeploymentOptions options() {
    return new DeploymentOptions(
        Map.of("test", () -> provider), config, directory, stacks, parallel, CLOCK);
  }

  static Urn root() {
    return Urn.ofRootStack(NAME.stack(), NAME.project());
  }

  static Urn urn(String name) {
    return Urn.of(NAME.stack(), NAME.project(), Optional.of(root()), ScriptedProgram.TYPE, name);
  }

  /** The live resource of a name, wherever it hangs. */
  ResourceState state(String name) {
    return snapshot.resources().stream()
        .filter(state -> state.urn().name().equals(name) && !state.delete())
        .findFirst()
        .orElseThrow();
  }

  List<String> names() {
    return snapshot.resources().stream()
        .filter(state -> state.type().equals(ScriptedProgram.TYPE))
        .map(state -> state.urn().name() + (state.delete() ? " (delete)" : ""))
        .toList();
  }

  /** Each planned or begun step as {@code op name}, in order, without the stack and providers. */
  List<String> steps() {
    return events.stream()
        .filter(EngineEvent.ResourcePre.class::isInstance)
        .map(event -> ((EngineEvent.ResourcePre) event).step())
        .filter(step -> step.urn().type().equals(ScriptedProgram.TYPE))
        .map(step -> step.op().wireName() + " " + step.urn().name())
        .toList();
  }

  /** What each step on a resource came to, as {@code op name} and what changed. */
  List<String> results() {
    return events.stream()
        .filter(EngineEvent.ResourceDone.class::isInstance)
        .map(event -> ((EngineEvent.ResourceDone) event).step())
        .filter(step -> step.urn().type().equals(ScriptedProgram.TYPE))
        .map(
            step ->
                step.op().wireName()
                    + " "
                    + step.urn().name()
                    + (step.diff().isEmpty() ? "" : " " + step.diff().keySet()))
        .sorted()
        .toList();
  }

  List<String> errors() {
    return events.stream()
        .filter(EngineEvent.Diagnostic.class::isInstance)
        .map(event -> ((EngineEvent.Diagnostic) event).message())
        .toList();
  }

  /** What a resource refers to stands before it, and no URN stands twice unless it is condemned. */
  private static void verifyIntegrity(Snapshot snapshot) {
    Set<Urn> seen = new HashSet<>();
    Set<Urn> live = new HashSet<>();
    for (ResourceState state : snapshot.resources()) {
      assertThat(seen).as("before %s", state.urn()).containsAll(state.references());
      seen.add(state.urn());
      if (!state.delete()) {
        assertThat(live.add(state.urn())).as("one live %s", state.urn()).isTrue();
      }
    }
  }

  static PropertyMap props(String... namesAndValues) {
    PropertyMap.Builder properties = PropertyMap.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put(namesAndValues[i], PropertyValue.of(namesAndValues[i + 1]));
    }
    return properties.build();
  }

  private final class Session implements StackSession {
    private final WorkingSnapshot working = new WorkingSnapshot(snapshot);

    @Override
    public Snapshot snapshot() {
      return snapshot;
    }

    @Override
    public synchronized long record(StateChange change) {
      working.apply(change);
      return 0;
    }

    @Override
    public synchronized void flush(long change) {
      save(working.snapshot());
    }

    @Override
    public void save(Snapshot newest) {
      snapshot = newest;
      saves.add(newest);
    }

    @Override
    public SecretsManager secrets() {
      return new SecretsProviders(passphrase).create();
    }

    @Override
    public List<String> notices() {
      return List.of();
    }

    @Override
    public void saveTags(Map<String, String> tags) {}

    @Override
    public void saveArchives(Map<String, ArchiveListing> archives) {}

    @Override
    public void addHistory(UpdateInfo update) {}

    @Override
    public void remove() {
      snapshot = Snapshot.empty();
    }

    /** What was recorded and not flushed, such as that nothing has changed, is on disk by now. */
    @Override
    public void close() {
      snapshot = working.snapshot();
    }
  }
}
