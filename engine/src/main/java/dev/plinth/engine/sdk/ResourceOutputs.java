/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.google.protobuf.Value;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.serialization.internal.Converter;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.wire.StructCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource will be known by: its URN, its id and its outputs.
 *
 * @param preview whether what the engine does not tell is unknown, and not absent
 */
record ResourceOutputs(
    CustomResource resource,
    Resource.LazyFields lazy,
    List<PromisedOutput<?>> fields,
    Converter converter,
    boolean preview) {

  /** Makes them what the engine answers. */
  void keep(RegisterResponse answer) {
    lazy.urn().completeOrThrow(known(answer.urn().text()));
    idField().completeOrThrow(answer.id().isEmpty() ? unknown() : known(answer.id()));
    String type = resource.getClass().getTypeName();
    Map<String, Value> values = StructCodec.encode(answer.outputs()).getFieldsMap();
    for (PromisedOutput<?> field : fields) {
      Value value = values.get(field.name());
      if (value != null) {
        field.set(converter, type, value);
      }
    }
  }

  /**
   * Leaves none open, for somebody may wait for it.
   *
   * @param failure of the registration, if it failed
   */
  void close(@Nullable Throwable failure) {
    if (failure != null) {
      if (failure instanceof Exception exception) {
        fields.forEach(field -> field.source().trySetException(exception));
      }
      lazy.urn().fail(failure);
      idField().fail(failure);
    }
    fields.forEach(field -> field.source().trySetDefaultResult(!preview));
    Output<String> absent = preview ? new OutputInternal<>(OutputData.unknown()) : Output.of("");
    lazy.urn().complete(absent);
    idField().complete(absent);
  }

  private Resource.LazyField<String> idField() {
    return lazy.id().orElseThrow();
  }

  private Output<String> known(String value) {
    return new OutputInternal<>(OutputData.of(value).withDependency(resource));
  }

  private Output<String> unknown() {
    return new OutputInternal<>(OutputData.<String>unknown().withDependency(resource));
  }
}
