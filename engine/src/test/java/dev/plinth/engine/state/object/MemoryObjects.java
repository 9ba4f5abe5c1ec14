/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Objects in memory, which tell of every request before it has any effect, and after. */
public final class MemoryObjects implements ObjectStore, LeaseTime {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final TreeMap<String, Entry> objects = new TreeMap<>();
  private Duration passed = Duration.ZERO;
  private Consumer<String> before = request -> {};
  private Consumer<String> after = request -> {};

  private record Entry(String content, Instant written) {
    static Entry of(byte[] content, Instant written) {
      return new Entry(new String(content, StandardCharsets.ISO_8859_1), written);
    }

    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As with S3, the same content has the same tag. */
    String tag() {
      return '"' + UUID.nameUUIDFromBytes(bytes()).toString() + '"';
    }
  }

  /** Is told of every request before it has an effect; what it throws, the caller meets. */
  public MemoryObjects before(Consumer<String> listener) {
    before = listener;
    return this;
  }

  /** Is told of every request after its effect; what it throws, the caller meets. */
  public MemoryObjects after(Consumer<String> listener) {
    after = listener;
    return this;
  }

  /** What is left of all this when its users are gone, much later. */
  public synchronized MemoryObjects later(Duration time) {
    MemoryObjects copy = new MemoryObjects();
    copy.objects.putAll(objects);
    copy.passed = passed.plus(time);
    return copy;
  }

  /** Lets time pass, for leases and for the age of objects. */
  public synchronized void pass(Duration time) {
    passed = passed.plus(time);
  }

  public synchronized Instant instant() {
    return START.plus(passed);
  }

  /** Every content, by key. */
  public synchronized Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    objects.forEach((key, entry) -> contents.put(key, entry.content()));
    return contents;
  }

  /** Writes as somebody does who asks no one. */
  public synchronized void set(String key, String content) {
    objects.put(key, new Entry(content, instant()));
  }

  /** Deletes as somebody does who asks no one. */
  public synchronized void remove(String key) {
    objects.remove(key);
  }

  private <T> T request(String what, Supplier<T> effect) {
    before.accept(what);
    T answer;
    synchronized (this) {
      answer = effect.get();
    }
    after.accept(what);
    return answer;
  }

  @Override
  public String place(String key) {
    return "memory://" + key;
  }

  @Override
  public Optional<Stored> get(String key) {
    return request("get " + key, () -> Optional.ofNullable(objects.get(key)).map(this::stored));
  }

  @Override
  public List<Optional<Stored>> getAll(List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return request(
        "get all " + keys,
        () ->
            keys.stream()
                .map(key -> Optional.ofNullable(objects.get(key)).map(this::stored))
                .toList());
  }

  private Stored stored(Entry entry) {
    return new Stored(entry.bytes(), entry.tag(), age(entry));
  }

  private Duration age(Entry entry) {
    return Duration.between(entry.written(), instant());
  }

  @Override
  public List<Listed> list(String prefix) {
    return request(
        "list " + prefix,
        () ->
            objects.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> listed(entry.getKey(), entry.getValue()))
                .toList());
  }

  private Listed listed(String key, Entry entry) {
    return new Listed(key, entry.bytes().length, entry.tag(), age(entry));
  }

  @Override
  public Optional<String> put(String key, byte[] content, Condition condition) {
    return request(
        "put " + key,
        () -> {
          Entry now = objects.get(key);
          boolean met =
              condition instanceof Condition.Always
                  || (condition instanceof Condition.Absent && now == null)
                  || (condition instanceof Condition.Unchanged unchanged
                      && now != null
                      && now.tag().equals(unchanged.tag()));
          if (!met) {
            return Optional.empty();
          }
          Entry entry = Entry.of(content, instant());
          objects.put(key, entry);
          return Optional.of(entry.tag());
        });
  }

  @Override
  public void copy(String from, String to) {
    var unused =
        request(
            "copy " + from, () -> objects.put(to, Entry.of(objects.get(from).bytes(), instant())));
  }

  @Override
  public void delete(List<String> keys) {
    if (!keys.isEmpty()) {
      var unused = request("delete " + keys, () -> objects.keySet().removeAll(keys));
    }
  }

  @Override
  public synchronized Moment now() {
    return new Moment(passed.toNanos(), passed.toMillis());
  }

  /** Nothing happens by itself. */
  @Override
  public Repeated every(Duration period, Runnable action) {
    return () -> {};
  }
}
