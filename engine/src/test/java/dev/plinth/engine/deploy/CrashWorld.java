/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileBackend;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.JournaledStore;
import dev.plinth.engine.state.journal.WatchedBackend;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A folder with the state of a stack and the ledger of the cloud that it is deployed to. */
final class CrashWorld {
  static final int RESOURCES = 40;

  private final Path folder;
  private final Backend backend;
  private final int parallel;
  private final Consumer<String> moment;
  final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());

  /**
   * A world whose state is in its folder, too.
   *
   * @param moment is told before and after each write of state and each effect in the cloud
   */
  CrashWorld(Path folder, int parallel, Consumer<String> moment) {
    this(folder, new FileBackend(folder.resolve("state")), parallel, moment);
  }

  CrashWorld(Path folder, Backend backend, int parallel, Consumer<String> moment) {
    this.folder = folder;
    this.backend = backend;
    this.parallel = parallel;
    this.moment = moment;
  }

  /** What a run over the stack is to do; the programs differ in all the ways that matter. */
  enum Goal {
    /** All of them. */
    CREATED,
    /** Some updated, some replaced either way round, some gone, some new. */
    EDITED,
    /** None. */
    DESTROYED
  }

  DeploymentResult reach(Goal goal) {
    JournaledStore store =
        new JournaledStore(new WatchedBackend(backend, watcher()), Map.of(), TestStack.CLOCK);
    try (StackSession session = store.open(TestStack.NAME)) {
      RunKind kind = goal == Goal.DESTROYED ? RunKind.DESTROY : RunKind.UPDATE;
      return Deployment.execute(
              kind, TestStack.NAME, session, options(), RunOptions.none(), events::add)
          .run(program(goal));
    }
  }

  private DeploymentOptions options() {
    return new DeploymentOptions(
        Map.of("test", () -> new LedgerProvider(folder.resolve("ledger"), moment)),
        Map.of(),
        Path.of(""),
        parallel,
        TestStack.CLOCK);
  }

  private WatchedBackend.Watcher watcher() {
    return new WatchedBackend.Watcher() {
      @Override
      public void before(String write, List<byte[]> bytes) {
        moment.accept("before " + write);
      }

      @Override
      public void after(String write) {
        moment.accept("after " + write);
      }
    };
  }

  static ScriptedProgram program(Goal goal) {
    ScriptedProgram program = new ScriptedProgram();
    if (goal == Goal.DESTROYED) {
      return program;
    }
    boolean edited = goal == Goal.EDITED;
    for (int i = 0; i < RESOURCES; i++) {
      if (edited && i % 10 == 9) {
        continue;
      }
      String name = (i % 2 == 0 ? "tagged" : "named") + i;
      PropertyMap.Builder inputs = PropertyMap.builder();
      inputs.put("size", edited && i % 4 == 0 ? "2" : "1");
      if (i % 8 == 2) {
        inputs.put("fixed", edited ? "2" : "1");
      }
      if (i % 8 == 3) {
        inputs.put("fixedFirst", edited ? "2" : "1");
      }
      Map<String, String> needs = new TreeMap<>();
      if (i % 5 == 4) {
        needs.put("of", (i % 2 == 0 ? "named" : "tagged") + (i - 1));
      }
      program.resource(name, inputs.build(), needs, request -> request);
    }
    if (edited) {
      program.resource(
          "tagged-new", PropertyMap.of("size", PropertyValue.of("1")), Map.of(), r -> r);
      program.resource(
          "named-new", PropertyMap.of("size", PropertyValue.of("1")), Map.of(), r -> r);
    }
    return program;
  }

  /** What lives in the cloud, by id. */
  Map<String, Map<String, String>> ledger() {
    return LedgerProvider.read(folder.resolve("ledger"));
  }

  /** The inputs of what the state says lives, by id. */
  Map<String, PropertyMap> state() {
    Map<String, PropertyMap> entries = new TreeMap<>();
    JournaledStore store = new JournaledStore(backend, Map.of(), TestStack.CLOCK);
    for (ResourceState state : store.load(TestStack.NAME).orElseThrow().resources()) {
      Optional<String> id = state.id();
      if (id.isPresent() && !ProviderReference.isProviderType(state.type())) {
        entries.put(id.get(), state.inputs());
      }
    }
    return entries;
  }

  List<String> errors() {
    return events.stream()
        .filter(EngineEvent.Diagnostic.class::isInstance)
        .map(Object::toString)
        .toList();
  }
}
