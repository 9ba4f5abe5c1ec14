/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** What is done with functions; each operation is a class of its own. */
final class FunctionOperations implements ResourceOperations {
  private final AwsSession session;
  private final FunctionReader reader;

  FunctionOperations(AwsSession session) {
    this.session = session;
    this.reader = new FunctionReader(session);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    return new FunctionCreate(session, reader, operation, inputs).run();
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return reader.read(operation, id, prior);
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return new FunctionUpdate(session, reader, operation, id, change).run();
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    new FunctionDelete(session.clients(), operation, id, prior).run();
  }
}
