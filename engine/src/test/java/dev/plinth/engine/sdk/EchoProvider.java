/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

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
import dev.plinth.engine.value.PropertyValue;

/** Creates everything at once, but for what is called {@code broken}. */
final class EchoProvider implements Provider {

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
    return DiffResult.none();
  }

  @Override
  public CreateResult create(CreateRequest request) {
    String name = request.urn().name();
    if (name.equals("broken")) {
      throw new ProviderException("cannot create broken");
    }
    PropertyValue arn =
        request.preview() ? PropertyValue.Computed.INSTANCE : PropertyValue.of("arn:" + name);
    return new CreateResult(request.preview() ? "" : name, request.inputs().with("arn", arn));
  }

  @Override
  public ReadResult read(ReadRequest request) {
    return request.id().startsWith("there")
        ? new ReadResult(
            request.id(),
            PropertyMap.of("size", PropertyValue.of("1")),
            PropertyMap.builder().put("size", "1").put("arn", "arn:" + request.id()).build())
        : ReadResult.gone();
  }

  @Override
  public PropertyMap update(UpdateRequest request) {
    return request.newInputs();
  }

  @Override
  public void delete(DeleteRequest request) {}

  @Override
  public PropertyMap invoke(InvokeRequest request) {
    return request.args();
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {}
}
