/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A cloud in memory. A changed property named {@code fixed…} replaces the resource; an output named
 * {@code arn} is computed. Tests override what an operation does before it takes effect.
 */
final class FakeProvider implements Provider {
  final Map<String, PropertyMap> live = new ConcurrentHashMap<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final List<CheckRequest> checks = Collections.synchronizedList(new ArrayList<>());
  final List<PropertyMap> configurations = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger ids = new AtomicInteger();
  volatile Consumer<CreateRequest> beforeCreate = request -> {};
  volatile Consumer<UpdateRequest> beforeUpdate = request -> {};
  volatile Consumer<DeleteRequest> beforeDelete = request -> {};
  volatile Consumer<ReadRequest> beforeRead = request -> {};
  volatile Function<ReadRequest, ReadResult> reader = this::find;
  volatile boolean deleteBeforeReplace;

  @Override
  public CheckResult checkConfig(CheckRequest request) {
    return CheckResult.ok(request.news());
  }

  @Override
  public DiffResult diffConfig(DiffRequest request) {
    DiffResult diff = compare(request.oldInputs(), request.newInputs(), Set.of("region"));
    return diff;
  }

  @Override
  public void configure(PropertyMap config) {
    configurations.add(config);
  }

  @Override
  public CheckResult check(CheckRequest request) {
    List<CheckFailure> failures = new ArrayList<>();
    for (String name : request.news().names()) {
      if (name.startsWith("bad")) {
        failures.add(new CheckFailure(name, name + " is never right"));
      }
    }
    checks.add(request);
    PropertyMap inputs = request.news();
    if (inputs.bool("named").orElse(false)) {
      PropertyValue drawn =
          request
              .olds()
              .get("name")
              .orElseGet(() -> PropertyValue.of(Arrays.toString(request.randomSeed())));
      inputs = inputs.with("name", drawn);
    }
    return new CheckResult(inputs, failures);
  }

  @Override
  public DiffResult diff(DiffRequest request) {
    // As the contract has it: with what is there, where that is known, so that drift is a change.
    PropertyMap there =
        request.oldOutputs().isEmpty() ? request.oldInputs() : request.oldOutputs().without("arn");
    DiffResult diff = compare(there, request.newInputs(), Set.of());
    Map<String, PropertyDiff> counted = new TreeMap<>(diff.detailed());
    counted.keySet().removeAll(request.ignoreChanges());
    return new DiffResult(counted, deleteBeforeReplace);
  }

  private static DiffResult compare(PropertyMap olds, PropertyMap news, Set<String> replacing) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    Set<String> names = new TreeSet<>(olds.names());
    names.addAll(news.names());
    for (String name : names) {
      Optional<PropertyValue> old = olds.get(name).map(PropertyValue::withoutSecrets);
      Optional<PropertyValue> now = news.get(name).map(PropertyValue::withoutSecrets);
      if (!old.equals(now)) {
        boolean replaces = name.startsWith("fixed") || replacing.contains(name);
        Kind kind = old.isEmpty() ? Kind.ADD : now.isEmpty() ? Kind.DELETE : Kind.UPDATE;
        changes.put(name, new PropertyDiff(kind, replaces, true));
      }
    }
    return new DiffResult(changes, false);
  }

  @Override
  public CreateResult create(CreateRequest request) {
    if (request.preview()) {
      return new CreateResult("", request.inputs().with("arn", PropertyValue.Computed.INSTANCE));
    }
    beforeCreate.accept(request);
    String id = request.urn().name() + "-" + ids.incrementAndGet();
    live.put(id, request.inputs());
    calls.add("create " + request.urn().name());
    return new CreateResult(id, outputs(id, request.inputs()));
  }

  private static PropertyMap outputs(String id, PropertyMap inputs) {
    return inputs.with("arn", PropertyValue.of("arn:" + id));
  }

  @Override
  public ReadResult read(ReadRequest request) {
    beforeRead.accept(request);
    return reader.apply(request);
  }

  private ReadResult find(ReadRequest request) {
    PropertyMap inputs = live.get(request.id());
    return inputs == null
        ? ReadResult.gone()
        : new ReadResult(request.id(), inputs, outputs(request.id(), inputs));
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    if (!request.preview()) {
      beforeUpdate.accept(request);
      live.put(request.id(), request.newInputs());
      calls.add("update " + request.urn().name());
    }
    return outputs(request.id(), request.newInputs());
  }

  @Override
  public void delete(DeleteRequest request) {
    beforeDelete.accept(request);
    live.remove(request.id());
    calls.add("delete " + request.urn().name());
  }

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    return request.args().with("token", PropertyValue.of(request.token()));
  }

  @Override
  public void cancel() {
    calls.add("cancel");
  }

  @Override
  public void close() {}
}
