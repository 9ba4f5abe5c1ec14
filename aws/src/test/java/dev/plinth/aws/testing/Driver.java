/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.aws.AwsProviderFactory;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls a provider as the engine would. */
public final class Driver implements AutoCloseable {
  private static final byte[] SEED = new byte[32];

  private final Provider provider;
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  public Driver(Backend backend, PropertyMap config, Path base) {
    provider =
        new AwsProviderFactory(ignored -> backend, backend.time(), base)
            .create((urn, message, remedy) -> warnings.add(message));
    provider.configure(config);
  }

  public Driver(Backend backend, Path base) {
    this(backend, PropertyMap.empty(), base);
  }

  public Provider provider() {
    return provider;
  }

  /** What the provider told that was no failure. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  public static Urn urn(String type, String name) {
    return Urn.of("dev", "shop", Optional.empty(), type, name);
  }

  public CheckResult check(String type, PropertyMap olds, PropertyMap news) {
    return provider.check(new CheckRequest(urn(type, "thing"), olds, news, SEED, false));
  }

  public Deployed create(String type, PropertyMap news) {
    PropertyMap inputs = checked(type, PropertyMap.empty(), news);
    Urn urn = urn(type, "thing");
    CreateResult created = provider.create(new CreateRequest(urn, inputs, Optional.empty(), false));
    return new Deployed(urn, created.id(), inputs, created.outputs());
  }

  public DiffResult diff(Deployed old, PropertyMap news) {
    return provider.diff(
        new DiffRequest(
            old.urn(),
            old.id(),
            old.inputs(),
            old.outputs(),
            checked(old.urn().type(), old.inputs(), news),
            List.of()));
  }

  public Deployed update(Deployed old, PropertyMap news) {
    PropertyMap inputs = checked(old.urn().type(), old.inputs(), news);
    PropertyMap outputs = provider.update(request(old, inputs, false));
    return new Deployed(old.urn(), old.id(), inputs, outputs);
  }

  public PropertyMap previewUpdate(Deployed old, PropertyMap news) {
    return provider.update(request(old, checked(old.urn().type(), old.inputs(), news), true));
  }

  public PropertyMap previewCreate(String type, PropertyMap news) {
    PropertyMap inputs = checked(type, PropertyMap.empty(), news);
    return provider
        .create(new CreateRequest(urn(type, "thing"), inputs, Optional.empty(), true))
        .outputs();
  }

  public Optional<Deployed> refresh(Deployed old) {
    ReadResult read =
        provider.read(new ReadRequest(old.urn(), old.id(), old.inputs(), old.outputs()));
    return read.exists()
        ? Optional.of(new Deployed(old.urn(), read.id(), read.inputs(), read.outputs()))
        : Optional.empty();
  }

  /** Looks for what a create made, as after a crash before its answer was recorded. */
  public Found find(Deployed created) {
    return provider.find(new FindRequest(created.urn(), created.inputs(), ""));
  }

  public ReadResult read(String type, String id) {
    return provider.read(
        new ReadRequest(urn(type, "thing"), id, PropertyMap.empty(), PropertyMap.empty()));
  }

  public void delete(Deployed old) {
    delete(old, Optional.empty());
  }

  public void delete(Deployed old, Optional<Duration> timeout) {
    provider.delete(new DeleteRequest(old.urn(), old.id(), old.inputs(), old.outputs(), timeout));
  }

  @Override
  public void close() {
    provider.close();
  }

  private PropertyMap checked(String type, PropertyMap olds, PropertyMap news) {
    CheckResult result = check(type, olds, news);
    if (!result.failures().isEmpty()) {
      throw new AssertionError("the check failed: " + result.failures());
    }
    return result.inputs();
  }

  private static UpdateRequest request(Deployed old, PropertyMap inputs, boolean preview) {
    return new UpdateRequest(
        old.urn(),
        old.id(),
        old.inputs(),
        old.outputs(),
        inputs,
        List.of(),
        Optional.empty(),
        preview);
  }
}
