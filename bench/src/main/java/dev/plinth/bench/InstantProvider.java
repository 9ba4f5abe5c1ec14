/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;

/** A provider that has done what it is asked as soon as it is asked, and finds no differences. */
final class InstantProvider implements Provider {

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
    return new CreateResult(
        name, request.inputs().with("arn", PropertyValue.of("arn:bench:" + name)));
  }

  @Override
  public ReadResult read(ReadRequest request) {
    return new ReadResult(request.id(), request.inputs(), request.outputs());
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
