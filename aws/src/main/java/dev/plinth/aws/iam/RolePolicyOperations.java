/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** Puts policies into roles; the id is {@code ROLE:NAME}. */
final class RolePolicyOperations implements ResourceOperations {
  private final AwsSession session;

  RolePolicyOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String role = inputs.text("role").orElseThrow();
    String name = inputs.text("name").orElseThrow();
    String document = inputs.text("policy").orElseThrow();
    String id = role + ":" + name;
    RolePolicies policies = policies(operation, role);
    new SafeCreate(operation, failure -> false, () -> policies.find(name).isPresent())
        .run(
            "PutRolePolicy",
            List.of(),
            () -> {
              policies.put(name, document);
              return id;
            });
    PropertyMap outputs =
        Completion.finish(
            operation,
            id,
            inputs,
            () -> {},
            () -> readBack(operation, id, new Prior(given, PropertyMap.empty())));
    return new CreateResult(id, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    String role = role(id);
    String name = id.substring(role.length() + 1);
    return policies(operation, role)
        .find(name)
        .map(
            document ->
                PropertyMap.builder()
                    .put("role", role)
                    .put("name", name)
                    .put("policy", document)
                    .putIfPresent("namePrefix", prior.said("namePrefix"))
                    .build());
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    String role = role(id);
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () ->
            policies(operation, role)
                .put(
                    id.substring(role.length() + 1),
                    change.newInputs().text("policy").orElseThrow()),
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    String role = role(id);
    policies(operation, role).remove(List.of(id.substring(role.length() + 1)));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "visible", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private static String role(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      throw new ProviderException(
          "\"" + id + "\" is no id of a role's policy.", "Use ROLE:NAME.", null);
    }
    return id.substring(0, colon);
  }

  private RolePolicies policies(Operation operation, String role) {
    return new RolePolicies(session.clients().iam(), operation, role);
  }
}
