/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Codegen;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.Resource;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short way of {@link InProcessDeployment} against the SDK's own. */
@Timeout(120)
final class InProcessDeploymentTest {
  private static final int PROGRAMS = 60;
  private static final StackName STACK = new StackName("shop", "dev");

  @ParameterizedTest
  @EnumSource(
      value = RunKind.class,
      names = {"UPDATE", "PREVIEW_UPDATE"})
  void any_program_asks_for_the_same_and_is_told_the_same_as_by_the_sdk_itself(RunKind kind) {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      int program = seed;
      Consumer<Context> body = context -> new RandomProgram(program).run(context);

      Asked ours = run(kind, body, InProcessDeployment::new);
      Asked theirs = run(kind, body, (state, monitor) -> new DeploymentImpl(state));

      assertThat(ours).as("program %d", seed).isEqualTo(theirs);
      assertThat(ours.requests()).isNotEmpty();
    }
  }

  /** What a program asked the engine for, and what came of it. */
  private record Asked(Map<String, RegisterRequest> requests, PropertyMap outputs, String result) {}

  private static Asked run(
      RunKind kind,
      Consumer<Context> body,
      BiFunction<DeploymentImpl.DeploymentState, ResourceMonitor, DeploymentImpl> sdk) {
    DeploymentOptions options =
        new DeploymentOptions(
            Map.of("test", EchoProvider::new), Map.of(), Path.of(""), 4, Clock.systemUTC());
    // Else it is chance what was asked for by the time that a resource fails.
    RunOptions all = RunOptions.none().withContinueOnError(true);
    Deployment deployment =
        kind.isPreview()
            ? Deployment.preview(kind, STACK, Snapshot.empty(), options, all, event -> {})
            : Deployment.execute(kind, STACK, new MemorySession(), options, all, event -> {});
    Map<String, RegisterRequest> requests = new TreeMap<>();
    PulumiProgram program = new PulumiProgram(STACK, kind.isPreview(), body, sdk);
    var result = deployment.run(monitor -> program.start(new RecordingMonitor(monitor, requests)));
    return new Asked(requests, result.outputs(), result.result().toString());
  }

  /** Resources of every sort, wired at random. */
  private static final class RandomProgram {
    private final Random random;
    private final List<Thing> things = new ArrayList<>();
    private final List<Resource> all = new ArrayList<>();

    RandomProgram(int seed) {
      this.random = new Random(seed);
    }

    void run(Context context) {
      int count = 1 + random.nextInt(8);
      for (int i = 0; i < count; i++) {
        if (random.nextInt(4) == 0) {
          addGroup("group" + i);
        } else {
          String name = random.nextInt(15) == 0 ? "broken" : "thing" + i;
          Thing thing = new Thing(name, size(), options());
          things.add(thing);
          all.add(thing);
          context.export(name, thing.arn());
          context.export(name + "-id", thing.id());
        }
      }
    }

    private Output<String> size() {
      if (things.isEmpty() || random.nextBoolean()) {
        Output<String> size = Output.of("size" + random.nextInt(3));
        return random.nextInt(4) == 0 ? size.asSecret() : size;
      }
      Thing other = one(things);
      return random.nextBoolean() ? other.arn() : other.id().applyValue(id -> id + "!");
    }

    /** Its children are made at once: who waits for a component waits for all that it gets. */
    private void addGroup(String name) {
      Group group = new Group(name, ComponentResourceOptions.Empty);
      for (int i = 0; i < random.nextInt(3); i++) {
        Thing child =
            new Thing(
                name + "-thing" + i, size(), CustomResourceOptions.builder().parent(group).build());
        new Thing(
            name + "-grandchild" + i,
            size(),
            CustomResourceOptions.builder().parent(child).build());
      }
      all.add(group);
    }

    private CustomResourceOptions options() {
      CustomResourceOptions.Builder options = CustomResourceOptions.builder();
      if (!all.isEmpty() && random.nextInt(3) == 0) {
        options.dependsOn(one(all));
      }
      if (!things.isEmpty() && random.nextInt(3) == 0) {
        options.parent(one(things));
      }
      if (random.nextInt(4) == 0) {
        options.protect(random.nextBoolean());
      }
      if (random.nextInt(4) == 0) {
        options.deleteBeforeReplace(random.nextBoolean());
      }
      if (random.nextInt(4) == 0) {
        options.retainOnDelete(random.nextBoolean());
      }
      if (random.nextInt(4) == 0) {
        options.ignoreChanges("size").replaceOnChanges("size");
      }
      if (random.nextInt(4) == 0) {
        options.additionalSecretOutputs("arn").version("1.2." + random.nextInt(3));
      }
      if (random.nextInt(4) == 0) {
        options.customTimeouts(
            CustomTimeouts.builder()
                .create(Duration.ofSeconds(random.nextInt(4000)))
                .delete(Duration.ofMillis(random.nextInt(4000)))
                .build());
      }
      if (!all.isEmpty() && random.nextInt(8) == 0) {
        options.replaceWith(one(all));
      }
      return random.nextBoolean()
          ? options.build()
          : CustomResourceOptions.merge(options.build(), null, Codegen.empty());
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }

  /** A component. */
  private static final class Group extends ComponentResource {
    Group(String name, ComponentResourceOptions options) {
      super("test:index:Group", name, options);
    }
  }
}
