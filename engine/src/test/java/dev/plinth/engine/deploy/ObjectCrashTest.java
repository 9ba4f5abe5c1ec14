/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.deploy.CrashWorld.Goal;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.Folders;
import dev.plinth.engine.state.object.MemoryObjects;
import dev.plinth.engine.state.object.ObjectBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * As {@link CrashTest}, with the state in objects: a run is killed between any two requests, and
 * before and after each effect in the cloud.
 */
final class ObjectCrashTest {
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);

  @TempDir Path folder;

  /** What is left by a run that is killed at a moment. */
  private record Image(MemoryObjects objects, Map<Path, byte[]> cloud) {}

  @ParameterizedTest
  @EnumSource(Goal.class)
  void killed_between_any_two_requests_the_next_run_reaches_the_goal(Goal goal) {
    List<Image> images = images(goal);
    assertThat(images).hasSizeGreaterThan(80);
    for (int i = 0; i < images.size(); i++) {
      MemoryObjects objects = images.get(i).objects();
      Path cloud = Folders.write(folder.resolve("image-" + i), images.get(i).cloud());
      CrashTest.reachesTheGoal(
          world(cloud, objects, 16, moment -> {}), goal, "image " + i + " of " + images.size());
    }
  }

  private List<Image> images(Goal goal) {
    Path cloud = folder.resolve("cloud");
    MemoryObjects objects = new MemoryObjects();
    if (goal != Goal.CREATED) {
      reach(world(cloud, objects, 16, moment -> {}), Goal.CREATED);
    }
    List<Image> images = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    Consumer<String> keep =
        moment -> {
          Map<Path, byte[]> ledger = Folders.read(cloud);
          // Between two requests that only read, nothing changes.
          if (seen.add(List.of(objects.contents().hashCode(), hash(ledger)))) {
            images.add(new Image(objects.later(LONGER_THAN_A_LEASE), ledger));
          }
        };
    objects.before(keep);
    reach(world(cloud, objects, 1, keep), goal);
    keep.accept("end");
    return images;
  }

  private static int hash(Map<Path, byte[]> files) {
    return files.entrySet().stream()
        .mapToInt(file -> 31 * file.getKey().hashCode() + Arrays.hashCode(file.getValue()))
        .sum();
  }

  private static void reach(CrashWorld world, Goal goal) {
    assertThat(world.reach(goal).result())
        .as(world.errors().toString())
        .isEqualTo(RunResult.SUCCEEDED);
  }

  private static CrashWorld world(
      Path cloud, MemoryObjects objects, int parallel, Consumer<String> moment) {
    Backend backend = new ObjectBackend(objects, "memory://", objects);
    return new CrashWorld(cloud, backend, parallel, moment);
  }
}
