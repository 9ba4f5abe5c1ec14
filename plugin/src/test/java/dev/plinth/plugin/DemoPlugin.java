/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.Code;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * A plugin as Pulumi's are: a process that serves the package {@code demo}. Its things have a
 * {@code size}, which changes in place, and a {@code shape}, which replaces. It writes what it is
 * asked into a ledger.
 */
public final class DemoPlugin extends ResourceProviderImplBase {
  private final Path ledger;
  private final Things things;
  private final String engineAddress;

  private DemoPlugin(Path ledger, String engineAddress) {
    this.ledger = ledger;
    this.things = Things.beside(ledger);
    this.engineAddress = engineAddress;
  }

  /** Takes the ledger, then, as every plugin, the engine's address. */
  public static void main(String[] args) throws Exception {
    DemoPlugin plugin = new DemoPlugin(Path.of(args[0]), args[1]);
    var server =
        OkHttpServerBuilder.forPort(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                InsecureServerCredentials.create())
            .addService(plugin)
            .build()
            .start();
    plugin.write("started " + ProcessHandle.current().pid());
    System.out.println(server.getPort());
    System.out.println("more for people");
    server.awaitTermination();
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    answer(answer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    write("configured " + request.getArgs().getFieldsMap().keySet());
    if (request.getArgs().containsFields("wrong")) {
      answer.onError(Status.UNKNOWN.withDescription("nothing can be wrong").asRuntimeException());
      return;
    }
    answer(
        answer,
        ConfigureResponse.newBuilder().setAcceptSecrets(true).setAcceptResources(false).build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(request.getNews());
    if (request.getNews().getFieldsOrDefault("size", text("")).getStringValue().equals("huge")) {
      response.addFailures(
          CheckFailure.newBuilder().setProperty("size").setReason("huge is too large."));
    }
    answer(answer, response.build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    DiffResponse.Builder response = DiffResponse.newBuilder();
    for (String name : new String[] {"size", "shape"}) {
      Value old = request.getOldInputs().getFieldsOrDefault(name, text(""));
      if (!old.equals(request.getNews().getFieldsOrDefault(name, text("")))) {
        response.setChanges(DiffResponse.DiffChanges.DIFF_SOME).addDiffs(name);
        if (name.equals("shape")) {
          response.addReplaces(name);
        }
      }
    }
    if (response.getDiffsCount() == 0) {
      response.setChanges(DiffResponse.DiffChanges.DIFF_NONE);
    }
    answer(answer, response.build());
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    String id = "id-of-" + request.getName();
    write("create " + request.getName() + " " + request.getProperties().getFieldsMap().keySet());
    if (size(request.getProperties()).equals("broken")) {
      answer.onError(
          StatusProto.toStatusRuntimeException(
              com.google.rpc.Status.newBuilder()
                  .setCode(Code.UNKNOWN_VALUE)
                  .setMessage("not well")
                  .addDetails(
                      Any.pack(
                          ErrorResourceInitFailed.newBuilder()
                              .setId(id)
                              .setProperties(request.getProperties())
                              .addReasons("it leans")
                              .build()))
                  .build()));
      return;
    }
    if (size(request.getProperties()).equals("fatal")) {
      Runtime.getRuntime().halt(3);
    }
    change(() -> things.put(id, size(request.getProperties())));
    tell("made " + request.getName());
    answer(
        answer,
        CreateResponse.newBuilder()
            .setId(id)
            .setProperties(outputs(request.getProperties()))
            .build());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    ReadResponse.Builder response = ReadResponse.newBuilder();
    size(request.getId())
        .ifPresent(
            size ->
                response
                    .setId(request.getId())
                    .setInputs(request.getInputs().toBuilder().putFields("size", text(size)))
                    .setProperties(
                        request.getProperties().toBuilder().putFields("size", text(size))));
    answer(answer, response.build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    write("update " + request.getName() + " to " + size(request.getNews()));
    change(() -> things.put(request.getId(), size(request.getNews())));
    answer(answer, UpdateResponse.newBuilder().setProperties(outputs(request.getNews())).build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    write("delete " + request.getId());
    change(() -> things.remove(request.getId()));
    answer(answer, Empty.getDefaultInstance());
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
    answer(
        answer,
        InvokeResponse.newBuilder()
            .setReturn(Struct.newBuilder().putFields("token", text(request.getTok())))
            .build());
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    answer(answer, Empty.getDefaultInstance());
  }

  private static Struct outputs(Struct inputs) {
    return inputs.toBuilder().putFields("weight", text("7 kg")).build();
  }

  private static String size(Struct properties) {
    return properties.getFieldsOrDefault("size", text("")).getStringValue();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private void tell(String message) {
    ManagedChannel channel =
        OkHttpChannelBuilder.forTarget(engineAddress, InsecureChannelCredentials.create()).build();
    try {
      EngineGrpc.newBlockingStub(channel)
          .log(
              LogRequest.newBuilder().setSeverity(LogSeverity.WARNING).setMessage(message).build());
    } finally {
      channel.shutdownNow();
    }
  }

  private Optional<String> size(String id) {
    try {
      return things.size(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the cloud. */
  private interface Change {
    void make() throws IOException;
  }

  private static void change(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(String line) {
    try {
      Files.writeString(ledger, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> void answer(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }
}
