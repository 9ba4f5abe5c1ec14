/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.StackMedium;
import dev.plinth.engine.state.layout.LayoutVersion;
import dev.plinth.engine.state.layout.PulumiLayout;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Stacks in a store of objects. */
public final class ObjectBackend implements Backend {
  private static final String FOLDER = PulumiLayout.STACKS + "/";

  private final ObjectStore store;
  private final String location;
  private final LeaseTime time;

  /**
   * @param location where the store is, for messages
   */
  public ObjectBackend(ObjectStore store, String location, LeaseTime time) {
    this.store = store;
    this.location = location;
    this.time = time;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public void check() {
    Optional<ObjectStore.Stored> meta = store.get(PulumiLayout.META);
    if (meta.isPresent()) {
      LayoutVersion.require(meta.get().content(), location);
    } else if (names().stream().anyMatch(ObjectBackend::isLegacy)) {
      throw LayoutVersion.legacy(location);
    }
  }

  private static boolean isLegacy(String name) {
    return name.indexOf('/') < 0 && name.endsWith(PulumiLayout.STATE_SUFFIX);
  }

  @Override
  public void prepare() {
    if (store.get(PulumiLayout.META).isEmpty()) {
      // Who comes at the same time writes the same.
      var unused = store.put(PulumiLayout.META, LayoutVersion.content(), new Condition.Absent());
    }
  }

  @Override
  public List<StackName> stacks() {
    TreeSet<StackName> stacks = new TreeSet<>();
    for (String name : names()) {
      int slash = name.indexOf('/');
      String project = name.substring(0, Math.max(0, slash));
      Optional<String> stack = PulumiLayout.stackOf(name.substring(slash + 1));
      if (StackName.isAllowed(project) && stack.filter(StackName::isAllowed).isPresent()) {
        stacks.add(new StackName(project, stack.get()));
      }
    }
    return List.copyOf(stacks);
  }

  /** What there is in the folder of the stacks, without the folder. */
  private List<String> names() {
    return store.list(FOLDER).stream()
        .map(Listed::key)
        .map(key -> key.substring(FOLDER.length()))
        .toList();
  }

  @Override
  public StackMedium medium(StackName stack) {
    return new ObjectMedium(store, stack, time);
  }
}
