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
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/**
 * Attaches managed policies to roles. The id is {@code ROLE-POLICYARN}; one to import is {@code
 * ROLE/POLICYARN}. State that Pulumi's own provider wrote has a made-up ending instead of the ARN,
 * so what the state says of role and policy counts first.
 */
final class RolePolicyAttachmentOperations implements ResourceOperations {
  private final AwsSession session;

  RolePolicyAttachmentOperations(AwsSession session) {
    this.session = session;
  }

  private record Attachment(String role, String policyArn) {
    static Attachment of(PropertyMap properties) {
      return new Attachment(
          properties.text("role").orElseThrow(), properties.text("policyArn").orElseThrow());
    }

    static Attachment of(String id, Prior prior) {
      if (prior.outputs().has("policyArn")) {
        return of(prior.outputs());
      }
      if (prior.inputs().has("policyArn")) {
        return of(prior.inputs());
      }
      int arn = id.indexOf("arn:");
      if (arn < 2) {
        throw new ProviderException(
            "\"" + id + "\" is no id of an attached policy.", "Use ROLE/POLICYARN.", null);
      }
      return new Attachment(id.substring(0, arn - 1), id.substring(arn));
    }

    String id() {
      return role + "-" + policyArn;
    }

    PropertyMap outputs() {
      return PropertyMap.builder().put("role", role).put("policyArn", policyArn).build();
    }
  }

  static String id(PropertyMap inputs) {
    return Attachment.of(inputs).id();
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    Attachment wanted = Attachment.of(inputs);
    new SafeCreate(operation, failure -> false, () -> isThere(operation, wanted))
        .run(
            "AttachRolePolicy",
            List.of(),
            () -> {
              policies(operation, wanted.role()).attach(List.of(wanted.policyArn()));
              return wanted;
            });
    PropertyMap outputs =
        Completion.finish(
            operation, wanted.id(), inputs, () -> {}, () -> readBack(operation, wanted));
    return new CreateResult(wanted.id(), outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, Attachment.of(id, prior));
  }

  /** Every change replaces. */
  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return readBack(operation, Attachment.of(change.newInputs()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    Attachment attachment = Attachment.of(id, prior);
    policies(operation, attachment.role()).detach(List.of(attachment.policyArn()));
  }

  private PropertyMap readBack(Operation operation, Attachment attachment) {
    return operation.await(
        "attached", Optional.empty(), () -> find(operation, attachment), found -> found);
  }

  private Optional<PropertyMap> find(Operation operation, Attachment attachment) {
    return isThere(operation, attachment) ? Optional.of(attachment.outputs()) : Optional.empty();
  }

  private boolean isThere(Operation operation, Attachment attachment) {
    return policies(operation, attachment.role()).attached().contains(attachment.policyArn());
  }

  private RolePolicies policies(Operation operation, String role) {
    return new RolePolicies(session.clients().iam(), operation, role);
  }
}
