/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Programs written with the Pulumi Java SDK, run in process. These tests are the first to fail when
 * an upgrade of the SDK changes one of the internal classes that the engine uses.
 */
@Timeout(60)
class PulumiProgramTest {
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());

  private DeploymentResult run(RunKind kind, StackName stack, Consumer<Context> body) {
    DeploymentOptions options =
        new DeploymentOptions(
            Map.of("test", EchoProvider::new), Map.of(), Path.of(""), 4, Clock.systemUTC());
    Deployment deployment =
        kind.isPreview()
            ? Deployment.preview(
                kind, stack, Snapshot.empty(), options, RunOptions.none(), events::add)
            : Deployment.execute(
                kind, stack, new MemorySession(), options, RunOptions.none(), events::add);
    return deployment.run(new PulumiProgram(stack, kind.isPreview(), body));
  }

  private DeploymentResult up(Consumer<Context> body) {
    return run(RunKind.UPDATE, new StackName("shop", "dev"), body);
  }

  private List<String> messages() {
    return events.stream()
        .filter(EngineEvent.Diagnostic.class::isInstance)
        .map(event -> ((EngineEvent.Diagnostic) event).message())
        .toList();
  }

  private static List<String> names(DeploymentResult result) {
    return result.snapshot().resources().stream()
        .map(ResourceState::urn)
        .filter(urn -> urn.type().equals("test:index:Thing"))
        .map(urn -> urn.name())
        .sorted()
        .toList();
  }

  @Test
  void registersResourcesAndExportsOutputs() {
    DeploymentResult result =
        up(
            context -> {
              Thing first = new Thing("first", "1");
              new Thing("second", first.arn(), CustomResourceOptions.Empty);
              context.export("arn", first.arn());
            });

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(names(result)).containsExactly("first", "second");
    assertThat(result.outputs()).isEqualTo(PropertyMap.builder().put("arn", "arn:first").build());
  }

  @Test
  void carriesDependenciesIntoTheState() {
    DeploymentResult result =
        up(
            context -> {
              Thing first = new Thing("first", "1");
              new Thing("second", first.arn(), CustomResourceOptions.Empty);
              new Thing(
                  "third",
                  Output.of("3"),
                  CustomResourceOptions.builder().dependsOn(first).build());
            });

    assertThat(result.snapshot().resources())
        .filteredOn(state -> List.of("second", "third").contains(state.urn().name()))
        .allSatisfy(
            state ->
                assertThat(state.dependencies())
                    .extracting(urn -> urn.name())
                    .containsExactly("first"));
  }

  @Test
  void outputsAreUnknownInAPreviewAndApplyIsNotRun() {
    List<String> applied = Collections.synchronizedList(new ArrayList<>());

    DeploymentResult result =
        run(
            RunKind.PREVIEW_UPDATE,
            new StackName("shop", "dev"),
            context -> {
              Thing first = new Thing("first", "1");
              context.export("arn", first.arn().applyValue(arn -> applied(applied, arn)));
            });

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(applied).isEmpty();
    assertThat(result.outputs().containsUnknowns()).isTrue();
  }

  private static String applied(List<String> sink, String value) {
    sink.add(value);
    return value;
  }

  @Test
  void aProgramThatThrowsFailsTheRunWithItsMessage() {
    DeploymentResult result =
        up(
            context -> {
              throw new IllegalArgumentException("no such size");
            });

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(messages()).containsExactly("the program failed: no such size");
  }

  @Test
  void aFailingApplyFailsTheRun() {
    DeploymentResult result =
        up(
            context ->
                new Thing("first", "1")
                    .arn()
                    .applyValue(
                        arn -> {
                          throw new IllegalStateException("apply went wrong");
                        }));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(messages()).containsExactly("the program failed: apply went wrong");
  }

  @Test
  void aFailedResourceEndsTheProgramAndIsToldOnce() {
    DeploymentResult result =
        up(
            context -> {
              Thing first = new Thing("broken", "1");
              new Thing("second", first.arn(), CustomResourceOptions.Empty);
            });

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(messages()).containsExactly("cannot create broken");
    assertThat(names(result)).isEmpty();
  }

  @Test
  void whatTheProgramLogsReachesTheUserButDebugDoesNot() {
    up(
        context -> {
          context.log().warn("careful");
          context.log().debug("nobody asked");
        });

    assertThat(messages()).containsExactly("careful");
  }

  @Test
  void whatTheEngineCannotDoIsRefusedByName() {
    up(
        context ->
            new ComponentResource("test:index:Group", "far", ResourceArgs.Empty, null, true) {});

    assertThat(messages())
        .singleElement()
        .asString()
        .startsWith("remote components ('far') are not supported by the embedded engine");
  }

  @Test
  void secretsStaySecret() {
    DeploymentResult result =
        up(
            context -> {
              Thing first =
                  new Thing("first", Output.ofSecret("hunter2"), CustomResourceOptions.Empty);
              context.export("size", Output.ofSecret("hunter2"));
              context.export("arn", first.arn());
            });

    assertThat(result.outputs().get("size").orElseThrow().containsSecrets()).isTrue();
    assertThat(events.toString()).doesNotContain("hunter2");
  }

  @Test
  void severalStacksRunInOneProcessAtOnce() {
    List<CompletableFuture<DeploymentResult>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StackName stack = new StackName("shop", "dev" + i);
      String name = "thing" + i;
      runs.add(
          CompletableFuture.supplyAsync(
              () ->
                  run(
                      RunKind.UPDATE,
                      stack,
                      context -> {
                        Thing thing = new Thing(name, "1");
                        new Thing(name + "b", thing.arn(), CustomResourceOptions.Empty);
                        context.export("arn", thing.arn());
                      })));
    }

    for (int i = 0; i < 8; i++) {
      DeploymentResult result = runs.get(i).join();
      assertThat(names(result)).containsExactly("thing" + i, "thing" + i + "b");
      assertThat(result.outputs().text("arn")).contains("arn:thing" + i);
    }
  }

  @Test
  void aThousandResourcesNeedNoPolling() {
    DeploymentResult result =
        up(
            context -> {
              for (int i = 0; i < 1000; i++) {
                new Thing("thing" + i, "1");
              }
            });

    assertThat(names(result)).hasSize(1000);
  }
}
