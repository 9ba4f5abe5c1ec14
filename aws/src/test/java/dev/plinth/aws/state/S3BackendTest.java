/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.state.FakeS3.Fate;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.JournaledStore;
import dev.plinth.engine.state.journal.StoreConformance;
import dev.plinth.engine.state.object.MemoryObjects;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stacks in a bucket, over HTTP: all that any backend does, and what can go wrong on the way. */
final class S3BackendTest extends StoreConformance {
  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "unchecked");

  private final MemoryObjects objects = new MemoryObjects();
  private final FakeS3 s3 = new FakeS3(objects);
  private final Backend backend = backend(s3, objects, Duration.ofSeconds(30));

  @AfterEach
  void stop() {
    s3.close();
  }

  @Override
  protected Backend backend() {
    return backend;
  }

  private static Backend backend(FakeS3 server, MemoryObjects time, Duration patience) {
    return S3Backend.of(
        S3Url.parse(server.url("/team/a")), KEYS, "plinth/test", new FakeTime(), patience, time);
  }

  @Override
  protected String everything() {
    StringBuilder text = new StringBuilder();
    objects.contents().forEach((key, content) -> text.append(key).append('\n').append(content));
    return text.toString();
  }

  private StateStore store() {
    return new JournaledStore(backend(), Map.of(), Clock.systemUTC());
  }

  @Test
  void keys_are_below_the_prefix_as_pulumi_has_them() {
    save("a");

    assertThat(objects.contents().keySet())
        .containsExactly("team/a/.pulumi/meta.yaml", "team/a/.pulumi/stacks/shop/dev.json");
  }

  @Test
  void a_long_journal_is_read_many_lines_at_once_but_not_all() {
    AtomicInteger reading = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch many = new CountDownLatch(AtOnce.MOST);
    try (StackSession session = store().open(DEV)) {
      for (int i = 0; i < 40; i++) {
        flush(session, put("site-" + i));
      }
      s3.fates(
          request -> {
            if (request.startsWith("GET") && request.contains("/plinth-journals/")) {
              most.accumulateAndGet(reading.incrementAndGet(), Math::max);
              many.countDown();
              awaitForAMinuteAtMost(many);
              reading.decrementAndGet();
            }
            return Fate.ANSWERED;
          });

      assertThat(resources())
          .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(i -> "site-" + i).toList());
      s3.fates(request -> Fate.ANSWERED);
    }
    assertThat(most).hasValue(AtOnce.MOST);
  }

  /** Only one who reads one line after the other waits in vain. */
  private static void awaitForAMinuteAtMost(CountDownLatch latch) {
    try {
      var unused = latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void faults_and_conflicts_pass_and_nothing_is_done_twice() {
    AtomicInteger count = new AtomicInteger();
    List<Fate> turns =
        List.of(Fate.FAULT, Fate.ANSWERED, Fate.FAULT_AFTERWARDS, Fate.CONFLICT, Fate.ANSWERED);
    s3.fates(request -> turns.get(count.getAndIncrement() % turns.size()));

    try (StackSession session = store().open(DEV)) {
      changes("a", "b", "c").forEach(change -> flush(session, change));
    }

    s3.fates(request -> Fate.ANSWERED);
    assertThat(resources()).containsExactly("a", "b", "c");
    assertThat(objects.contents().keySet()).noneMatch(key -> key.contains("/locks/"));
  }

  @Test
  void a_request_without_an_answer_is_made_again() {
    AtomicInteger count = new AtomicInteger();
    s3.fates(request -> count.incrementAndGet() == 3 ? Fate.SILENCE : Fate.ANSWERED);

    Backend impatient = backend(s3, objects, Duration.ofMillis(500));
    try (StackSession session =
        new JournaledStore(impatient, Map.of(), Clock.systemUTC()).open(DEV)) {
      flush(session, put("a"));
    }

    assertThat(resources()).containsExactly("a");
  }

  @Test
  void a_fault_that_stays_is_told_with_the_object_and_nothing_is_lost() {
    save("a");
    StackSession session = store().open(DEV);
    flush(session, put("b"));
    s3.fates(request -> request.startsWith("PUT") ? Fate.FAULT : Fate.ANSWERED);

    assertThatThrownBy(() -> flush(session, put("c")))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e)
                  .hasMessageStartingWith("cannot write s3://state/team/a/.pulumi/plinth-journals/")
                  .hasMessageContaining("the answer was 500 InternalError: said so");
              assertThat(e.remedy()).contains("what was written before is intact");
            });
    assertThatThrownBy(session::close)
        .isInstanceOfSatisfying(
            StateException.class,
            e -> assertThat(e.remedy()).contains("s3://state/team/a/.pulumi/plinth-journals/"));

    s3.fates(request -> Fate.ANSWERED);
    assertThat(resources()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void what_is_not_allowed_is_told_at_once_with_what_to_allow() {
    s3.fates(request -> Fate.DENIED);

    assertThatThrownBy(() -> store().stacks())
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e).hasMessageContaining("the answer was 403 AccessDenied");
              assertThat(e.remedy()).contains("s3:ListBucket", "bucket state");
            });
    assertThat(s3.requests()).hasSize(1);
  }

  @Test
  void a_bucket_that_is_not_there_is_named() {
    String url = s3.url("").replace("s3://state", "s3://stale");
    Backend elsewhere = S3Backend.of(S3Url.parse(url), KEYS, "plinth/test");

    assertThatThrownBy(elsewhere::check)
        .isInstanceOfSatisfying(
            StateException.class, e -> assertThat(e.remedy()).contains("make the bucket stale"));
  }

  @Test
  void a_server_that_never_answers_is_told_of() {
    s3.fates(request -> Fate.SILENCE);
    Backend impatient = backend(s3, objects, Duration.ofMillis(50));

    assertThatThrownBy(impatient::check)
        .isInstanceOf(StateException.class)
        .hasMessageContaining("there was no answer in time");
  }

  @Test
  void without_credentials_it_says_where_they_are_looked_for() {
    Map<String, String> none = Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_PROFILE", "nobody");
    Backend backend = S3Backend.of(S3Url.parse(s3.url("")), none, "plinth/test");

    assertThatThrownBy(backend::check)
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e).hasMessageContaining("Unable to load credentials");
              assertThat(e.remedy()).contains("AWS_ACCESS_KEY_ID");
            });
  }

  @Test
  void without_a_region_it_says_how_to_name_one() {
    Map<String, String> none = Map.of("AWS_PROFILE", "nobody");
    assertThatThrownBy(() -> S3Backend.of(S3Url.parse("s3://state"), none, "plinth/test"))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e).hasMessageContaining("No AWS region is set");
              assertThat(e.remedy()).contains("region=REGION");
            });
  }

  /** From a request on, nothing reaches the server any more, nor comes back. */
  @Test
  void cut_off_at_any_request_a_run_loses_nothing_that_it_acknowledged() {
    save("a");
    int before = s3.requests().size();
    run(objects.later(Duration.ZERO), Integer.MAX_VALUE);
    int total = lastRun;
    assertThat(total).isGreaterThan(15);
    assertThat(before).isPositive();
    for (int at = 1; at <= total; at += 2) {
      MemoryObjects image = objects.later(Duration.ZERO);
      List<String> acknowledged = run(image, at);
      MemoryObjects later = image.later(Duration.ofSeconds(61));
      try (FakeS3 server = new FakeS3(later)) {
        StateStore store =
            new JournaledStore(
                backend(server, later, Duration.ofSeconds(30)), Map.of(), Clock.systemUTC());
        try (StackSession next = store.open(DEV)) {
          assertThat(names(next.snapshot())).as("cut at %s", at).contains("a");
          flush(next, put("next"));
        }
        Snapshot end = store.load(DEV).orElseThrow();
        assertThat(names(end)).as("cut at %s", at).containsAll(acknowledged).contains("a", "next");
      }
    }
  }

  private int lastRun;

  /** What a run acknowledges that is cut off at a request. */
  private List<String> run(MemoryObjects image, int cut) {
    List<String> acknowledged = new ArrayList<>();
    AtomicInteger count = new AtomicInteger();
    try (FakeS3 server = new FakeS3(image)) {
      server.fates(request -> count.incrementAndGet() < cut ? Fate.ANSWERED : Fate.FAULT);
      StateStore store =
          new JournaledStore(
              backend(server, image, Duration.ofSeconds(30)), Map.of(), Clock.systemUTC());
      try (StackSession session = store.open(DEV)) {
        for (String name : List.of("b", "c")) {
          flush(session, put(name));
          acknowledged.add(name);
        }
      } catch (StateException e) {
        assertThat(cut).isLessThan(Integer.MAX_VALUE);
      }
    }
    lastRun = count.get();
    return acknowledged;
  }
}
