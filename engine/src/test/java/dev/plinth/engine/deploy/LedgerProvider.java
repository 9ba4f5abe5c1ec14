/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A cloud whose ledger is a folder: a file for each resource that lives, by its id. A resource
 * called {@code named…} has its name for an id, and is found by it; any other is given an id by the
 * cloud, and is found by the intent that its maker left with it. A changed property named {@code
 * fixed…} replaces the resource, one named {@code fixedFirst…} by deleting it first.
 */
final class LedgerProvider implements Provider {
  private final Path ledger;
  private final Consumer<String> moment;

  /**
   * @param moment is told when a call begins, and when it has taken effect and not yet answered
   */
  LedgerProvider(Path ledger, Consumer<String> moment) {
    this.ledger = ledger;
    this.moment = moment;
  }

  /** The inputs of all that lives, by id. */
  static Map<String, Map<String, String>> read(Path ledger) {
    Map<String, Map<String, String>> entries = new TreeMap<>();
    if (!Files.exists(ledger)) {
      return entries;
    }
    try (Stream<Path> files = Files.list(ledger)) {
      for (Path file : files.filter(path -> !path.toString().endsWith(".tmp")).toList()) {
        readEntry(file).ifPresent(entry -> entries.put(file.getFileName().toString(), entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static Optional<Map<String, String>> readEntry(Path file) throws IOException {
    Map<String, String> entry = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int split = line.indexOf('=');
        entry.put(line.substring(0, split), line.substring(split + 1));
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(entry);
  }

  private Optional<Map<String, String>> entry(String id) {
    try {
      return readEntry(ledger.resolve(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String id, String intent, PropertyMap inputs) {
    StringBuilder text = new StringBuilder("intent=" + intent + "\n");
    inputs
        .names()
        .forEach(name -> text.append(name + "=" + inputs.text(name).orElseThrow() + "\n"));
    try {
      Files.createDirectories(ledger);
      // As a cloud does, all at once.
      Path temporary = Files.writeString(ledger.resolve(id + ".tmp"), text);
      Files.move(temporary, ledger.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PropertyMap inputs(Map<String, String> entry) {
    PropertyMap.Builder inputs = PropertyMap.builder();
    entry.forEach(
        (name, value) -> {
          if (!name.equals("intent")) {
            inputs.put(name, value);
          }
        });
    return inputs.build();
  }

  private static PropertyMap outputs(String id, PropertyMap inputs) {
    return inputs.with("arn", PropertyValue.of("arn:" + id));
  }

  @Override
  public CheckResult checkConfig(CheckRequest request) {
    return CheckResult.ok(request.news());
  }

  @Override
  public DiffResult diffConfig(DiffRequest request) {
    return DiffResult.none();
  }

  @Override
  public void configure(PropertyMap config) {}

  @Override
  public CheckResult check(CheckRequest request) {
    return CheckResult.ok(request.news());
  }

  @Override
  public DiffResult diff(DiffRequest request) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(request.oldInputs().names());
    names.addAll(request.newInputs().names());
    for (String name : names) {
      if (!request.oldInputs().get(name).equals(request.newInputs().get(name))) {
        changes.put(
            name, new PropertyDiff(PropertyDiff.Kind.UPDATE, name.startsWith("fixed"), true));
      }
    }
    return new DiffResult(
        changes, changes.keySet().stream().anyMatch(name -> name.startsWith("fixedFirst")));
  }

  @Override
  public CreateResult create(CreateRequest request) {
    String name = request.urn().name();
    moment.accept("create " + name);
    String id = name.startsWith("named") ? name : name + "." + request.intent();
    if (Files.exists(ledger.resolve(id))) {
      throw new IllegalStateException("a duplicate of " + id);
    }
    write(id, request.intent(), request.inputs());
    moment.accept("created " + name);
    return new CreateResult(id, outputs(id, request.inputs()));
  }

  @Override
  public Found find(FindRequest request) {
    String name = request.urn().name();
    if (name.startsWith("named")) {
      Optional<Map<String, String>> entry = entry(name);
      return entry.isPresent() ? created(name, entry.get()) : new Found.NotCreated();
    }
    Optional<Map.Entry<String, Map<String, String>>> made =
        read(ledger).entrySet().stream()
            .filter(entry -> request.intent().equals(entry.getValue().get("intent")))
            .findFirst();
    return made.isPresent()
        ? created(made.get().getKey(), made.get().getValue())
        : new Found.NotCreated();
  }

  private static Found created(String id, Map<String, String> entry) {
    PropertyMap inputs = inputs(entry);
    return new Found.Created(new ReadResult(id, inputs, outputs(id, inputs)));
  }

  @Override
  public ReadResult read(ReadRequest request) {
    return entry(request.id())
        .map(LedgerProvider::inputs)
        .map(inputs -> new ReadResult(request.id(), inputs, outputs(request.id(), inputs)))
        .orElseGet(ReadResult::gone);
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    moment.accept("update " + request.urn().name());
    Map<String, String> entry =
        entry(request.id())
            .orElseThrow(() -> new IllegalStateException("there is no " + request.id()));
    write(request.id(), entry.getOrDefault("intent", ""), request.newInputs());
    moment.accept("updated " + request.urn().name());
    return outputs(request.id(), request.newInputs());
  }

  @Override
  public void delete(DeleteRequest request) {
    moment.accept("delete " + request.urn().name());
    try {
      Files.deleteIfExists(ledger.resolve(request.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    moment.accept("deleted " + request.urn().name());
  }

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    return request.args();
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {}
}
