/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.StackReference;
import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The options that a program can give a resource, from the SDK's types to the state. */
@Timeout(60)
class PulumiOptionsTest {
  private static final StackName STACK = new StackName("shop", "dev");

  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final MemorySession session = new MemorySession();
  private Snapshot snapshot = Snapshot.empty();
  private RunOptions asked = RunOptions.none();

  private DeploymentResult up(Consumer<Context> body) {
    events.clear();
    PropertyMap theirs =
        PropertyMap.builder()
            .put("url", "https://example.org")
            .put("key", new Secret(PropertyValue.of("s3cret")))
            .build();
    DeploymentOptions options =
        new DeploymentOptions(
            Map.of("test", EchoProvider::new),
            Map.of(),
            Path.of(""),
            name -> name.equals("net") ? Optional.of(theirs) : Optional.empty(),
            4,
            Clock.systemUTC());
    session.save(snapshot);
    DeploymentResult result =
        Deployment.execute(RunKind.UPDATE, STACK, session, options, asked, events::add)
            .run(new PulumiProgram(STACK, false, body));
    snapshot = result.snapshot();
    return result;
  }

  private List<String> steps() {
    return events.stream()
        .filter(ResourcePre.class::isInstance)
        .map(event -> ((ResourcePre) event).step())
        .filter(step -> step.urn().type().equals("test:index:Thing"))
        .map(step -> step.op().wireName() + " " + step.urn().name())
        .toList();
  }

  private ResourceState state(String name) {
    return snapshot.resources().stream()
        .filter(state -> state.urn().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A component as a program would write it. */
  private static final class Group extends ComponentResource {
    Group(String name, ComponentResourceOptions options) {
      super("test:index:Group", name, options);
    }
  }

  @Test
  void a_renamed_resource_is_found_by_its_alias() {
    up(context -> new Thing("old", "1"));

    DeploymentResult result =
        up(
            context ->
                new Thing(
                    "new",
                    Output.of("1"),
                    CustomResourceOptions.builder()
                        .aliases(Alias.builder().name("old").build())
                        .build()));

    assertThat(result.result()).as("%s", events).isEqualTo(RunResult.SUCCEEDED);
    assertThat(steps()).containsExactly("same new");
  }

  @Test
  void a_resource_moves_under_a_component_and_its_children_inherit() {
    up(context -> new Thing("a", "1"));

    up(
        context -> {
          Group group =
              new Group("group", ComponentResourceOptions.builder().protect(true).build());
          new Thing(
              "a",
              Output.of("1"),
              CustomResourceOptions.builder()
                  .parent(group)
                  .aliases(Alias.builder().noParent().build())
                  .build());
        });

    assertThat(steps()).containsExactly("same a");
    assertThat(state("a").protect()).isTrue();
    assertThat(state("a").parent()).contains(state("group").urn());
  }

  @Test
  void an_existing_resource_is_read() {
    DeploymentResult result =
        up(
            context -> {
              Thing there =
                  new Thing(
                      "theirs",
                      Output.of("1"),
                      CustomResourceOptions.builder().id(Output.of("there-1")).build());
              context.export("arn", there.arn());
            });

    assertThat(result.result()).as("%s", events).isEqualTo(RunResult.SUCCEEDED);
    assertThat(steps()).containsExactly("read theirs");
    assertThat(state("theirs").external()).isTrue();
    assertThat(result.outputs().text("arn")).contains("arn:there-1");
  }

  @Test
  void an_existing_resource_is_imported() {
    up(
        context ->
            new Thing(
                "ours",
                Output.of("1"),
                CustomResourceOptions.builder().importId("there-1").build()));

    assertThat(steps()).containsExactly("import ours");
    assertThat(state("ours").id()).contains("there-1");
  }

  @Test
  void another_stack_is_referred_to_and_its_secrets_stay_secret() {
    DeploymentResult result =
        up(
            context -> {
              StackReference net = new StackReference("net");
              context.export("url", net.output("url"));
              context.export("key", net.output("key"));
            });

    assertThat(result.result()).as("%s", events).isEqualTo(RunResult.SUCCEEDED);
    assertThat(result.outputs().text("url")).contains("https://example.org");
    assertThat(result.outputs().get("key").orElseThrow().containsSecrets()).isTrue();
    assertThat(events.toString()).doesNotContain("s3cret");
  }

  @Test
  void the_rest_of_the_options_reach_the_state() {
    up(
        context -> {
          Thing first = new Thing("first", "1");
          new Thing(
              "second",
              Output.of("1"),
              CustomResourceOptions.builder()
                  .dependsOn(first)
                  .retainOnDelete(true)
                  .ignoreChanges("size")
                  .replaceOnChanges("colour")
                  .additionalSecretOutputs("arn")
                  .customTimeouts(CustomTimeouts.builder().create(Duration.ofMinutes(7)).build())
                  .replacementTrigger(Output.of("one"))
                  .replaceWith(first)
                  .build());
        });

    ResourceState second = state("second");
    assertThat(second.dependencies()).contains(state("first").urn());
    assertThat(second.retainOnDelete()).isTrue();
    assertThat(second.ignoreChanges()).containsExactly("size");
    assertThat(second.replaceOnChanges()).containsExactly("colour");
    assertThat(second.additionalSecretOutputs()).containsExactly("arn");
    assertThat(second.customTimeouts().create()).contains(Duration.ofMinutes(7));
    assertThat(second.replacementTrigger()).contains(PropertyValue.of("one"));
  }

  @Test
  void after_an_error_the_program_goes_on_with_what_does_not_depend_on_it() {
    asked = RunOptions.none().withContinueOnError(true);

    DeploymentResult result =
        up(
            context -> {
              Thing broken = new Thing("broken", "1");
              new Thing("dependent", broken.arn(), CustomResourceOptions.Empty);
              Thing fine = new Thing("fine", "1");
              new Thing("finer", fine.arn(), CustomResourceOptions.Empty);
            });

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(snapshot.resources())
        .extracting(state -> state.urn().name())
        .contains("fine", "finer")
        .doesNotContain("broken", "dependent");
  }

  @Test
  void a_resource_can_be_an_output() {
    DeploymentResult result =
        up(context -> context.export("thing", Output.of(new Thing("first", "1"))));

    assertThat(result.result()).as("%s", events).isEqualTo(RunResult.SUCCEEDED);
    assertThat(result.outputs().get("thing").orElseThrow())
        .isInstanceOf(PropertyValue.ResourceReference.class);
  }
}
