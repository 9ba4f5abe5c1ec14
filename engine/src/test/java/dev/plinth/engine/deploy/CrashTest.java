/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.deploy.CrashWorld.Goal;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.journal.Folders;
import dev.plinth.engine.value.PropertyMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run is killed at every moment at which it writes state or changes the cloud: before, halfway
 * through a line, after. The next run reaches the goal, and the cloud's own ledger shows nothing
 * that the state does not know, and nothing twice.
 *
 * <p>A killed process leaves what it has handed to the operating system, and nothing else: no
 * buffer is flushed, no {@code finally} runs. A run writes only by system calls, one after the
 * other when it does one step at a time. So the files as they are at a moment of such a run are
 * what killing it there leaves, and every moment is looked at by copying the files rather than by
 * starting a process for each. That this holds is shown by processes that are killed: at some of
 * the moments the files they leave are compared with the copies, and with many steps at once, where
 * no copy can be exact, the next run is let loose on what they leave.
 */
final class CrashTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Goal.class)
  void every_kill_point_is_recovered_from(Goal goal) {
    List<Map<Path, byte[]>> images = distinct(withTornWrites(images(goal)));
    // Three images for each of the steps that change the cloud, at the least.
    assertThat(images).hasSizeGreaterThan(3 * 15);
    for (int i = 0; i < images.size(); i++) {
      Path copy = Folders.write(folder.resolve(goal + "-" + i), images.get(i));
      reachesTheGoal(copy, goal, "image " + i + " of " + images.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"CREATED, 1", "CREATED, 2", "DESTROYED, 1"})
  void a_process_that_is_killed_leaves_what_the_copies_show(Goal goal, int part) throws Exception {
    List<Map<Path, byte[]>> images = images(goal);
    int moment = images.size() * part / 3;
    Path world = Folders.write(folder.resolve("process"), before(goal));

    kill(world, goal, moment, 1);

    assertThat(shape(Folders.read(world))).isEqualTo(shape(images.get(moment - 1)));
    reachesTheGoal(world, goal, "killed at " + moment);
  }

  @ParameterizedTest
  @CsvSource({"CREATED, 30", "CREATED, 100", "EDITED, 40", "DESTROYED, 60"})
  void a_process_that_is_killed_amid_many_steps_is_recovered_from(Goal goal, int moment)
      throws Exception {
    Path world = Folders.write(folder.resolve("parallel"), before(goal));

    kill(world, goal, moment, 8);

    reachesTheGoal(world, goal, "killed at " + moment);
  }

  @Test
  void a_recovery_that_is_killed_is_recovered_from() {
    List<Map<Path, byte[]>> images = images(Goal.EDITED);
    for (int i = images.size() / 4; i < images.size(); i += images.size() / 6) {
      Path first = Folders.write(folder.resolve("first-" + i), images.get(i));
      List<Map<Path, byte[]>> again = new ArrayList<>();
      CrashWorld world = new CrashWorld(first, 1, moment -> again.add(Folders.read(first)));
      assertThat(world.reach(Goal.EDITED).result()).isEqualTo(RunResult.SUCCEEDED);
      for (int j = 0; j < Math.min(24, again.size()); j++) {
        Path second = Folders.write(folder.resolve("second-" + i + "-" + j), again.get(j));
        reachesTheGoal(second, Goal.EDITED, "image " + i + ", then " + j);
      }
    }
  }

  /** The files at every moment of a run, one step at a time. */
  private List<Map<Path, byte[]>> images(Goal goal) {
    Path recorded = Folders.write(folder.resolve("recorded-" + goal), before(goal));
    List<Map<Path, byte[]>> images = new ArrayList<>();
    CrashWorld world = new CrashWorld(recorded, 1, moment -> images.add(Folders.read(recorded)));
    assertThat(world.reach(goal).result())
        .as(world.errors().toString())
        .isEqualTo(RunResult.SUCCEEDED);
    images.add(Folders.read(recorded));
    return images;
  }

  /** The files before a run: those of the stack that is to be edited or destroyed. */
  private Map<Path, byte[]> before(Goal goal) {
    Path made = folder.resolve("made");
    if (goal == Goal.CREATED) {
      return Map.of();
    }
    if (!Files.exists(made)) {
      assertThat(new CrashWorld(made, 16, moment -> {}).reach(Goal.CREATED).result())
          .isEqualTo(RunResult.SUCCEEDED);
    }
    return Folders.read(made);
  }

  /** Between two moments at which a file has grown or changed, some of the new bytes are there. */
  private static List<Map<Path, byte[]>> withTornWrites(List<Map<Path, byte[]>> images) {
    List<Map<Path, byte[]>> all = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      all.add(images.get(i));
      if (i + 1 < images.size()) {
        all.addAll(between(images.get(i), images.get(i + 1)));
      }
    }
    return all;
  }

  private static List<Map<Path, byte[]>> between(
      Map<Path, byte[]> before, Map<Path, byte[]> after) {
    List<Map<Path, byte[]>> torn = new ArrayList<>();
    for (Map.Entry<Path, byte[]> file : after.entrySet()) {
      byte[] old = before.getOrDefault(file.getKey(), new byte[0]);
      byte[] now = file.getValue();
      if (Arrays.equals(old, now) || file.getKey().startsWith("state/.pulumi/locks")) {
        // A lock is written elsewhere and appears whole.
        continue;
      }
      if (file.getKey().toString().endsWith(".journal")) {
        torn.add(with(before, file.getKey(), Arrays.copyOf(now, (old.length + now.length) / 2)));
      } else if (file.getKey().startsWith("state/.pulumi/stacks")
          && file.getKey().toString().endsWith(".json")) {
        // A state is written beside the old one, which is kept, before it takes its place.
        Path temporary = Path.of(file.getKey() + ".tmp");
        Path backup = Path.of(file.getKey() + ".bak");
        torn.add(with(before, temporary, Arrays.copyOf(now, now.length / 2)));
        torn.add(with(before, temporary, now));
        torn.add(with(with(before, temporary, now), backup, old));
      }
    }
    return torn;
  }

  private static Map<Path, byte[]> with(Map<Path, byte[]> files, Path file, byte[] content) {
    Map<Path, byte[]> changed = new TreeMap<>(files);
    changed.put(file, content);
    return changed;
  }

  private static List<Map<Path, byte[]>> distinct(List<Map<Path, byte[]>> images) {
    Set<Map<Path, Integer>> seen = new HashSet<>();
    return images.stream()
        .filter(
            image ->
                seen.add(
                    image.entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey, file -> Arrays.hashCode(file.getValue())))))
        .toList();
  }

  private static void reachesTheGoal(Path copy, Goal goal, String what) {
    reachesTheGoal(new CrashWorld(copy, 16, moment -> {}), goal, what);
  }

  /** Lets the next run loose on what a killed one left. */
  static void reachesTheGoal(CrashWorld world, Goal goal, String what) {
    RunResult result = world.reach(goal).result();

    assertThat(result).as(what + world.errors()).isEqualTo(RunResult.SUCCEEDED);
    Map<String, Map<String, String>> live = world.ledger();
    Map<String, PropertyMap> known = world.state();
    assertThat(known.keySet()).as(what).isEqualTo(live.keySet());
    Map<String, Map<String, String>> wanted = wanted(goal, live);
    assertThat(names(live.keySet())).as(what).isEqualTo(names(wanted.keySet()));
    assertThat(live).as(what).hasSameSizeAs(wanted);
    wanted.forEach(
        (id, inputs) -> assertThat(live.get(id)).as(what + " " + id).containsAllEntriesOf(inputs));
  }

  /** What the goal asks for, by the ids that the cloud has given. */
  private static Map<String, Map<String, String>> wanted(
      Goal goal, Map<String, Map<String, String>> live) {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    CrashWorld.program(goal)
        .inputsByName()
        .forEach(
            (name, inputs) -> {
              String id =
                  live.keySet().stream()
                      .filter(each -> name(each).equals(name))
                      .findFirst()
                      .orElse(name);
              Map<String, String> texts = new TreeMap<>();
              inputs.names().forEach(key -> texts.put(key, inputs.text(key).orElseThrow()));
              wanted.put(id, texts);
            });
    return wanted;
  }

  private static Set<String> names(Set<String> ids) {
    return ids.stream().map(CrashTest::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /**
   * What two runs of the same program have alike after as many moments: how many files of a name,
   * and how many lines in them. Names of locks, and which resources were first, are each run's own.
   */
  private static Map<String, Integer> shape(Map<Path, byte[]> files) {
    Map<String, Integer> shape = new TreeMap<>();
    files.forEach(
        (file, content) -> {
          boolean entry = file.startsWith("ledger");
          String path = file.toString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
          String text = new String(content, StandardCharsets.UTF_8);
          shape.merge(
              entry ? "ledger" : path, entry ? 1 : (int) text.lines().count(), Integer::sum);
        });
    return shape;
  }

  private static void kill(Path world, Goal goal, int moment, int parallel)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashProcess.class.getName(),
                world.toString(),
                goal.name(),
                Integer.toString(moment),
                Integer.toString(parallel))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("here");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
