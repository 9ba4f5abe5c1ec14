/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.Empty;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.wire.StructCodec;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/**
 * A provider that lives in a plugin. The plugin is started by the first call, in the version that
 * the provider's configuration asks for.
 */
final class PluginProvider implements Provider {
  private static final String VERSION = "version";
  private static final long CANCEL_SECONDS = 5;

  private final String packageName;
  private final Function<Optional<String>, PluginConnection> opener;
  private @Nullable PluginConnection connection;
  private volatile PluginRequests requests = new PluginRequests(PluginValues.ALL);
  private volatile boolean previews;

  /**
   * @param opener starts the plugin in a version, or in any
   */
  PluginProvider(String packageName, Function<Optional<String>, PluginConnection> opener) {
    this.packageName = packageName;
    this.opener = opener;
  }

  @Override
  public CheckResult checkConfig(CheckRequest request) {
    start(request.news());
    return ask("CheckConfig", stub -> stub.checkConfig(requests.of(request)))
        .map(PluginProvider::checked)
        .orElseGet(() -> CheckResult.ok(request.news()));
  }

  @Override
  public DiffResult diffConfig(DiffRequest request) {
    start(request.newInputs());
    return PluginDiff.read(
        ask("DiffConfig", stub -> stub.diffConfig(requests.of(request)))
            .orElseGet(DiffResponse::getDefaultInstance),
        request.oldInputs(),
        request.newInputs());
  }

  @Override
  public void configure(PropertyMap config) {
    start(config);
    ConfigureResponse answer =
        call("Configure", stub -> stub.configure(PluginRequests.configure(packageName, config)));
    requests =
        new PluginRequests(
            new PluginValues(answer.getAcceptSecrets(), answer.getAcceptResources()));
    previews = answer.getSupportsPreview();
  }

  @Override
  public CheckResult check(CheckRequest request) {
    return checked(call("Check", stub -> stub.check(requests.of(request))));
  }

  @Override
  public DiffResult diff(DiffRequest request) {
    return PluginDiff.read(
        call("Diff", stub -> stub.diff(requests.of(request))),
        request.oldInputs(),
        request.newInputs());
  }

  @Override
  public CreateResult create(CreateRequest request) {
    if (request.preview() && !previews) {
      return new CreateResult("", request.inputs());
    }
    CreateResponse answer = call("Create", stub -> stub.create(requests.of(request)));
    return new CreateResult(answer.getId(), StructCodec.decode(answer.getProperties()));
  }

  @Override
  public ReadResult read(ReadRequest request) {
    ReadResponse answer = call("Read", stub -> stub.read(requests.of(request)));
    if (answer.getId().isEmpty()) {
      return ReadResult.gone();
    }
    // A plugin that does not say what inputs would give the resource keeps those it was given.
    PropertyMap inputs =
        answer.hasInputs() ? StructCodec.decode(answer.getInputs()) : request.inputs();
    return new ReadResult(answer.getId(), inputs, StructCodec.decode(answer.getProperties()));
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    if (request.preview() && !previews) {
      return request.newInputs();
    }
    return StructCodec.decode(
        call("Update", stub -> stub.update(requests.of(request))).getProperties());
  }

  @Override
  public void delete(DeleteRequest request) {
    call("Delete", stub -> stub.delete(requests.of(request)));
  }

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    InvokeResponse answer = call("Invoke", stub -> stub.invoke(requests.of(request)));
    if (answer.getFailuresCount() > 0) {
      throw new ProviderException(
          answer.getFailuresList().stream()
              .map(failure -> failure.getProperty() + ": " + failure.getReason())
              .collect(Collectors.joining("; ")),
          "Mend the arguments of " + request.token() + ".",
          null);
    }
    return StructCodec.decode(answer.getReturn());
  }

  @Override
  public void cancel() {
    started()
        .ifPresent(
            running -> {
              try {
                running
                    .stub()
                    .withDeadlineAfter(CANCEL_SECONDS, TimeUnit.SECONDS)
                    .cancel(Empty.getDefaultInstance());
              } catch (StatusRuntimeException e) {
                // A plugin that does not know how to cancel finishes what it does.
              }
            });
  }

  @Override
  public void close() {
    started().ifPresent(PluginConnection::close);
  }

  private synchronized Optional<PluginConnection> started() {
    return Optional.ofNullable(connection);
  }

  private synchronized void start(PropertyMap config) {
    if (connection == null) {
      connection = opener.apply(config.text(VERSION));
    }
  }

  private <T> T call(String name, Function<ResourceProviderBlockingStub, T> call) {
    try {
      return call.apply(stub(name));
    } catch (StatusRuntimeException e) {
      throw PluginFailure.of(name, packageName, e);
    }
  }

  /** The answer to a call that a plugin need not know; empty when it does not. */
  private <T> Optional<T> ask(String name, Function<ResourceProviderBlockingStub, T> call) {
    try {
      return Optional.of(call.apply(stub(name)));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return Optional.empty();
      }
      throw PluginFailure.of(name, packageName, e);
    }
  }

  private ResourceProviderBlockingStub stub(String call) {
    return started()
        .orElseThrow(() -> new IllegalStateException(call + " before the configuration"))
        .stub();
  }

  private static CheckResult checked(CheckResponse answer) {
    List<CheckFailure> failures =
        answer.getFailuresList().stream()
            .map(failure -> new CheckFailure(failure.getProperty(), failure.getReason()))
            .toList();
    return new CheckResult(StructCodec.decode(answer.getInputs()), failures);
  }
}
