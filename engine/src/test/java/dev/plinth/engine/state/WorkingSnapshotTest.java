/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WorkingSnapshotTest {
  private static final int DEEP = 10_000;

  @Test
  void the_order_of_a_chain_of_any_depth_is_mended() {
    List<ResourceState> chain = new ArrayList<>();
    for (int i = 0; i < DEEP; i++) {
      List<Urn> needs = i == 0 ? List.of() : List.of(urn(i - 1));
      chain.add(ResourceState.builder(urn(i)).dependencies(needs).build());
    }
    List<ResourceState> backwards = new ArrayList<>(chain);
    Collections.reverse(backwards);

    Snapshot mended = new WorkingSnapshot(Snapshot.empty().with(backwards, List.of())).snapshot();

    assertThat(mended.resources()).isEqualTo(chain);
  }

  @Test
  void an_order_that_is_sound_is_left_alone() {
    ResourceState first = ResourceState.builder(urn(1)).build();
    ResourceState second = ResourceState.builder(urn(2)).build();
    ResourceState user =
        ResourceState.builder(urn(3)).dependencies(List.of(urn(2), urn(1))).build();
    List<ResourceState> sound = List.of(first, second, user);

    Snapshot same = new WorkingSnapshot(Snapshot.empty().with(sound, List.of())).snapshot();

    assertThat(same.resources()).isEqualTo(sound);
  }

  private static Urn urn(int number) {
    return Urn.of("dev", "shop", Optional.empty(), "acme:web:Site", "site-" + number);
  }
}
