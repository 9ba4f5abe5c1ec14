/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.wire.StructCodec;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** Turns what a plugin answers instead of an answer into the engine's own failures. */
final class PluginFailure {
  private PluginFailure() {}

  /**
   * The failure of a call.
   *
   * @param call the call's name, such as {@code Create}
   */
  static ProviderException of(String call, String packageName, StatusRuntimeException e) {
    Status status = StatusProto.fromThrowable(e);
    if (status != null) {
      for (Any detail : status.getDetailsList()) {
        if (detail.is(ErrorResourceInitFailed.class)) {
          return partial(detail, e);
        }
      }
    }
    String said = e.getStatus().getDescription();
    return switch (e.getStatus().getCode()) {
      case UNAVAILABLE ->
          new ProviderException(
              "the plugin of the package '" + packageName + "' ended during " + call + ".",
              "Look at what it printed, then run again.",
              e);
      case UNIMPLEMENTED ->
          new ProviderException(
              "the plugin of the package '" + packageName + "' does not know " + call + ".",
              "Install a newer version of it.",
              e);
      default ->
          new ProviderException(said == null ? e.getStatus().getCode().name() : said, null, e);
    };
  }

  private static ProviderException partial(Any detail, StatusRuntimeException cause) {
    try {
      ErrorResourceInitFailed failed = detail.unpack(ErrorResourceInitFailed.class);
      return new PartialFailureException(
          failed.getId(),
          StructCodec.decode(failed.getProperties()),
          failed.getReasonsList(),
          cause);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a detail is not what its type says", e);
    }
  }
}
