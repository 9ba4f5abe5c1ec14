/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.checkpoint.SnapshotIntegrity;
import dev.plinth.engine.state.move.MoveRefusedException.Problem;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of two stacks when resources move from one to the other. */
class ResourceMoveTest {
  private static final StackName OLD = new StackName("shop", "old");
  private static final StackName NEW = new StackName("mall", "new");
  private static final ResourceState PROVIDER = provider(OLD, "id-1", "us-east-1");

  @Test
  void a_resource_goes_with_its_children_and_becomes_the_stacks_own() {
    ResourceState component = component("group");
    ResourceState child = site("child").parent(Optional.of(component.urn())).build();

    MovePlan plan = move(snapshot(PROVIDER, component, child, site("other").build()), "group");

    assertThat(plan.moved()).containsExactly(component.urn(), child.urn());
    assertThat(names(plan.source())).containsExactly("shop-old", "default", "other");
    assertThat(names(plan.destination())).containsExactly("mall-new", "default", "group", "child");
    ResourceState moved = found(plan.destination(), "child");
    assertThat(moved.urn()).isEqualTo(child.urn().in("new", "mall"));
    assertThat(moved.parent()).contains(component.urn().in("new", "mall"));
    assertThat(found(plan.destination(), "group").parent())
        .contains(Urn.ofRootStack("new", "mall"));
  }

  @Test
  void a_child_whose_parent_stays_keeps_its_type_and_hangs_from_the_stack() {
    ResourceState component = component("group");
    Urn urn = Urn.of("old", "shop", Optional.of(component.urn()), "acme:web:Site", "child");
    ResourceState child =
        ResourceState.builder(urn)
            .custom(true)
            .id("i")
            .parent(Optional.of(component.urn()))
            .build();

    MovePlan plan = move(snapshot(component, child), "child");

    assertThat(found(plan.destination(), "child").urn().qualifiedType())
        .isEqualTo("acme:web:Group$acme:web:Site");
    assertThat(found(plan.destination(), "child").parent())
        .contains(Urn.ofRootStack("new", "mall"));
    assertThat(names(plan.source())).containsExactly("shop-old", "group");
  }

  @Test
  void parents_go_too_when_that_is_asked_for_and_with_them_all_their_children() {
    ResourceState component = component("group");
    ResourceState child = site("child").parent(Optional.of(component.urn())).build();
    ResourceState sibling = site("sibling").parent(Optional.of(component.urn())).build();
    Snapshot source = snapshot(PROVIDER, component, child, sibling);

    MovePlan plan =
        new ResourceMove(OLD, source, NEW, Snapshot.empty()).plan(Set.of(child.urn()), true);

    assertThat(plan.moved()).containsExactly(component.urn(), child.urn(), sibling.urn());
    assertThat(names(plan.source())).containsExactly("shop-old", "default");
  }

  @Test
  void to_choose_the_stack_means_all_that_hangs_from_it() {
    MovePlan plan = move(snapshot(PROVIDER, site("a").build(), site("b").build()), "shop-old");

    assertThat(names(plan.source())).containsExactly("shop-old", "default");
    assertThat(names(plan.destination())).containsExactly("mall-new", "default", "a", "b");
  }

  @Test
  void references_within_the_move_hold_and_others_are_cut_and_told() {
    ResourceState stays = site("stays").build();
    ResourceState base =
        site("base")
            .dependencies(List.of(stays.urn()))
            .propertyDependencies(Map.of("port", List.of(stays.urn())))
            .deletedWith(Optional.of(stays.urn()))
            .build();
    ResourceState user =
        site("user")
            .dependencies(List.of(base.urn()))
            .propertyDependencies(Map.of("url", List.of(base.urn())))
            .build();
    ResourceState left = site("left").dependencies(List.of(stays.urn(), user.urn())).build();

    MovePlan plan = move(snapshot(PROVIDER, stays, base, user, left), "base", "user");

    Urn moved = base.urn().in("new", "mall");
    assertThat(found(plan.destination(), "user").dependencies()).containsExactly(moved);
    assertThat(found(plan.destination(), "user").propertyDependencies())
        .containsExactly(Map.entry("url", List.of(moved)));
    assertThat(found(plan.destination(), "base").dependencies()).isEmpty();
    assertThat(found(plan.destination(), "base").deletedWith()).isEmpty();
    assertThat(found(plan.source(), "left").dependencies()).containsExactly(stays.urn());
    assertThat(plan.cutInDestination())
        .extracting(CutReference::toString)
        .containsExactly(
            base.urn() + " has a dependency on " + stays.urn(),
            base.urn() + " (port) has a property dependency on " + stays.urn(),
            base.urn() + " is marked as deleted with " + stays.urn());
    assertThat(plan.cutInSource())
        .extracting(CutReference::toString)
        .containsExactly(left.urn() + " has a dependency on " + user.urn());
  }

  @Test
  void a_provider_goes_along_as_a_copy_without_what_it_was_configured_from() {
    ResourceState stays = site("stays").build();
    ResourceState own =
        PROVIDER.toBuilder()
            .urn(Urn.of("old", "shop", Optional.empty(), ProviderReference.typeOf("acme"), "own"))
            .id("id-2")
            .parent(Optional.of(Urn.ofRootStack("old", "shop")))
            .dependencies(List.of(stays.urn()))
            .build();
    ResourceState user =
        site("user").provider(Optional.of(new ProviderReference(own.urn(), "id-2"))).build();

    MovePlan plan = move(snapshot(PROVIDER, stays, own, user), "user");

    assertThat(names(plan.source())).containsExactly("shop-old", "default", "stays", "own");
    ResourceState copy = found(plan.destination(), "own");
    assertThat(copy.dependencies()).isEmpty();
    assertThat(copy.parent()).contains(Urn.ofRootStack("new", "mall"));
    assertThat(found(plan.destination(), "user").provider())
        .contains(new ProviderReference(copy.urn(), "id-2"));
    assertThat(plan.cutInDestination()).hasSize(1);
  }

  @Test
  void a_provider_that_is_configured_alike_serves_as_well() {
    Snapshot destination =
        new Snapshot(
            Optional.empty(), List.of(root(NEW), provider(NEW, "id-9", "us-east-1")), List.of());

    MovePlan plan = move(snapshot(PROVIDER, site("a").build()), destination, "a");

    assertThat(names(plan.destination())).containsExactly("mall-new", "default", "a");
    assertThat(found(plan.destination(), "a").provider().orElseThrow().id()).isEqualTo("id-9");
  }

  @Test
  void a_provider_that_is_configured_otherwise_is_refused_with_what_differs() {
    Snapshot destination =
        new Snapshot(
            Optional.empty(), List.of(root(NEW), provider(NEW, "id-9", "eu-west-1")), List.of());

    assertThat(problems(snapshot(PROVIDER, site("a").build()), destination, "a"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains("'new' has a provider", "with other inputs");
              assertThat(problem.remedy()).contains("region differ");
            });
  }

  @Test
  void a_resource_that_the_destination_has_is_refused() {
    ResourceState mine = site("a").build();
    ResourceState theirs =
        ResourceState.builder(mine.urn().in("new", "mall")).custom(true).id("another").build();
    Snapshot destination = new Snapshot(Optional.empty(), List.of(root(NEW), theirs), List.of());

    assertThat(problems(snapshot(PROVIDER, mine), destination, "a"))
        .extracting(Problem::message)
        .containsExactly("'new' has a resource " + theirs.urn() + " already");
  }

  @Test
  void a_move_that_was_interrupted_after_the_destination_was_written_is_finished() {
    Snapshot source = snapshot(PROVIDER, site("a").build(), site("b").build());
    MovePlan first = move(source, "a");

    MovePlan again = move(source, first.destination(), "a");

    assertThat(again.arrived()).isEqualTo(again.moved());
    assertThat(again.destination()).isEqualTo(first.destination());
    assertThat(again.source()).isEqualTo(first.source());
    assertThat(again.doesAs(first)).isFalse();
  }

  @Test
  void what_was_replaced_and_waits_to_be_deleted_goes_along() {
    ResourceState mine = site("a").build();
    ResourceState old = mine.toBuilder().id("old").delete(true).build();

    MovePlan plan = move(snapshot(PROVIDER, mine, old), "a");

    assertThat(names(plan.destination())).containsExactly("mall-new", "default", "a", "a");
    assertThat(names(plan.source())).containsExactly("shop-old", "default");
  }

  @Test
  void operations_that_are_not_finished_are_finished_first_in_either_stack() {
    Snapshot source = pending(snapshot(PROVIDER, site("a").build()), site("x").build());

    assertThat(problems(source, source, "a"))
        .extracting(Problem::message)
        .containsExactly(
            "'old' has operations that were interrupted",
            "'new' has operations that were interrupted");
  }

  @Test
  void a_provider_is_not_moved_for_itself_nor_from_under_what_stays() {
    ResourceState component = component("group");
    ResourceState own =
        PROVIDER.toBuilder()
            .urn(Urn.of("old", "shop", Optional.empty(), ProviderReference.typeOf("acme"), "own"))
            .parent(Optional.of(component.urn()))
            .build();
    ResourceState user =
        site("user").provider(Optional.of(new ProviderReference(own.urn(), "id-1"))).build();
    Snapshot source = snapshot(PROVIDER, component, own, user);

    assertThat(problems(source, Snapshot.empty(), "default"))
        .extracting(Problem::message)
        .containsExactly(PROVIDER.urn() + " is a provider");
    assertThat(problems(source, Snapshot.empty(), "group"))
        .extracting(Problem::message)
        .containsExactly(user.urn() + " stays, and its provider " + own.urn() + " leaves");
    assertThat(names(move(source, "group", "user").destination()))
        .containsExactly("mall-new", "group", "own", "user");
  }

  @Test
  void nothing_is_moved_to_where_it_is_nor_nothing_at_all() {
    Snapshot source = snapshot(PROVIDER, site("a").build());

    assertThatThrownBy(
            () ->
                new ResourceMove(OLD, source, OLD, source)
                    .plan(Set.of(site("a").build().urn()), false))
        .isInstanceOf(MoveRefusedException.class)
        .hasMessageContaining("'old' is both stacks");
    assertThat(problems(snapshot(PROVIDER), Snapshot.empty(), "shop-old"))
        .extracting(Problem::message)
        .containsExactly("nothing is to be moved");
  }

  @Test
  void whatever_is_moved_both_stacks_are_sound_and_each_resource_is_in_one_of_them() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Snapshot source = randomStack(random);
      Set<Urn> chosen = new HashSet<>();
      source.resources().stream()
          .map(ResourceState::urn)
          .filter(urn -> !ProviderReference.isProviderType(urn.type()))
          .filter(urn -> !urn.type().equals(Urn.ROOT_STACK_TYPE) && random.nextInt(4) == 0)
          .forEach(chosen::add);
      if (chosen.isEmpty()) {
        continue;
      }

      MovePlan plan =
          new ResourceMove(OLD, source, NEW, Snapshot.empty()).plan(chosen, random.nextBoolean());

      assertThat(SnapshotIntegrity.problems(plan.source())).as("seed %d", seed).isEmpty();
      assertThat(SnapshotIntegrity.problems(plan.destination())).as("seed %d", seed).isEmpty();
      List<String> all = new ArrayList<>(sites(plan.source()));
      all.addAll(sites(plan.destination()));
      assertThat(all).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sites(source));
    }
  }

  private static Snapshot randomStack(Random random) {
    List<ResourceState> resources = new ArrayList<>(List.of(root(OLD), PROVIDER));
    List<Urn> earlier = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ResourceStateBuilder next =
          random.nextInt(3) == 0 ? component("c" + i).toBuilder() : site("s" + i);
      List<Urn> dependencies = new ArrayList<>();
      earlier.stream().filter(urn -> random.nextInt(4) == 0).forEach(dependencies::add);
      next.dependencies(dependencies);
      resources.stream()
          .filter(state -> !state.custom() && random.nextInt(3) == 0)
          .findFirst()
          .ifPresent(parent -> next.parent(Optional.of(parent.urn())));
      ResourceState state = next.build();
      resources.add(state);
      earlier.add(state.urn());
    }
    return new Snapshot(Optional.empty(), resources, List.of());
  }

  private static List<String> sites(Snapshot snapshot) {
    return snapshot.resources().stream()
        .map(ResourceState::urn)
        .filter(urn -> urn.type().startsWith("acme:web:"))
        .map(Urn::name)
        .toList();
  }

  private static MovePlan move(Snapshot source, String... names) {
    return move(source, Snapshot.empty(), names);
  }

  private static MovePlan move(Snapshot source, Snapshot destination, String... names) {
    Set<Urn> chosen = new HashSet<>();
    Arrays.stream(names).map(name -> found(source, name).urn()).forEach(chosen::add);
    return new ResourceMove(OLD, source, NEW, destination).plan(chosen, false);
  }

  private static List<Problem> problems(Snapshot source, Snapshot destination, String name) {
    try {
      move(source, destination, name);
      throw new AssertionError("the move was made");
    } catch (MoveRefusedException e) {
      return e.problems();
    }
  }

  private static ResourceState found(Snapshot snapshot, String name) {
    return snapshot.resources().stream()
        .filter(state -> state.urn().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Snapshot snapshot) {
    return snapshot.resources().stream().map(state -> state.urn().name()).toList();
  }

  private static Snapshot snapshot(ResourceState... resources) {
    List<ResourceState> all = new ArrayList<>(List.of(root(OLD)));
    all.addAll(Arrays.asList(resources));
    return new Snapshot(Optional.empty(), all, List.of());
  }

  private static Snapshot pending(Snapshot snapshot, ResourceState goal) {
    return snapshot.with(
        snapshot.resources(),
        List.of(PendingOperation.begin(PendingOperation.Type.CREATING, goal)));
  }

  private static ResourceState root(StackName stack) {
    return ResourceState.builder(Urn.ofRootStack(stack.stack(), stack.project())).build();
  }

  private static ResourceState provider(StackName stack, String id, String region) {
    Urn urn =
        Urn.of(
            stack.stack(),
            stack.project(),
            Optional.empty(),
            ProviderReference.typeOf("acme"),
            "default");
    return ResourceState.builder(urn)
        .custom(true)
        .id(id)
        .inputs(PropertyMap.of("region", PropertyValue.of(region)))
        .build();
  }

  private static ResourceState component(String name) {
    return ResourceState.builder(urn("acme:web:Group", name))
        .parent(Optional.of(Urn.ofRootStack("old", "shop")))
        .build();
  }

  private static ResourceStateBuilder site(String name) {
    return ResourceState.builder(urn("acme:web:Site", name))
        .custom(true)
        .id("id-of-" + name)
        .parent(Optional.of(Urn.ofRootStack("old", "shop")))
        .provider(Optional.of(new ProviderReference(PROVIDER.urn(), "id-1")));
  }

  private static Urn urn(String type, String name) {
    return Urn.of("old", "shop", Optional.empty(), type, name);
  }
}
