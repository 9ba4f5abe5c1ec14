/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.InstanceProfile;

/** Creates, reads, changes and deletes roles. */
final class RoleOperations implements ResourceOperations {
  private final AwsSession session;
  private final RoleReader reader;

  RoleOperations(AwsSession session) {
    this.session = session;
    this.reader = new RoleReader(session);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String name = inputs.text("name").orElseThrow();
    CreateRoleRequest request = request(name, inputs);
    new SafeCreate(operation, AwsFailure::isTaken, () -> isAsAsked(operation, name, inputs))
        .run("CreateRole", RetryRules.IAM_POLICY, () -> iam().createRole(request));
    PropertyMap outputs =
        Completion.finish(
            operation,
            name,
            inputs,
            () -> {
              policies(operation, name).put(RolePolicies.inline(inputs));
              policies(operation, name).attach(RolePolicies.managed(inputs));
            },
            () -> reader.readNew(operation, name, new Prior(given, PropertyMap.empty())));
    return new CreateResult(name, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return reader.read(operation, id, prior);
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, id, change),
        () -> reader.readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    RolePolicies policies = policies(operation, id);
    boolean all = prior.saidTrue("forceDetachPolicies");
    operation
        .ifThere(
            "ListInstanceProfilesForRole",
            () -> iam().listInstanceProfilesForRole(request -> request.roleName(id)))
        .ifPresent(
            found -> found.instanceProfiles().forEach(profile -> leave(operation, id, profile)));
    if (all || !RolePolicies.managed(prior.inputs()).isEmpty()) {
      policies.detach(policies.attached());
    }
    if (all || !RolePolicies.inline(prior.inputs()).isEmpty()) {
      policies.remove(policies.inlineNames());
    }
    operation.ifThere(
        "DeleteRole",
        RetryRules.IAM_DELETE,
        () -> iam().deleteRole(request -> request.roleName(id)));
  }

  private void leave(Operation operation, String role, InstanceProfile profile) {
    operation.ifThere(
        "RemoveRoleFromInstanceProfile",
        () ->
            iam()
                .removeRoleFromInstanceProfile(
                    request ->
                        request.roleName(role).instanceProfileName(profile.instanceProfileName())));
  }

  private void apply(Operation operation, String name, Change change) {
    PropertyMap news = change.newInputs();
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagRole",
                    () -> iam().untagRole(request -> request.roleName(name).tagKeys(removed))),
            set ->
                operation.call(
                    "TagRole",
                    () -> iam().tagRole(tag -> tag.roleName(name).tags(IamTags.of(set)))));
    if (change.changes("assumeRolePolicy")) {
      operation.call(
          "UpdateAssumeRolePolicy",
          RetryRules.IAM_POLICY,
          () ->
              iam()
                  .updateAssumeRolePolicy(
                      request ->
                          request
                              .roleName(name)
                              .policyDocument(news.text("assumeRolePolicy").orElseThrow())));
    }
    if (change.changesAny(List.of("description", "maxSessionDuration"))) {
      operation.call(
          "UpdateRole",
          () ->
              iam()
                  .updateRole(
                      request ->
                          request
                              .roleName(name)
                              .description(news.text("description").orElse(""))
                              .maxSessionDuration(
                                  news.integer("maxSessionDuration").orElseThrow())));
    }
    if (change.changes("permissionsBoundary")) {
      boundary(operation, name, news.text("permissionsBoundary"));
    }
    policies(operation, name).change(change);
  }

  private void boundary(Operation operation, String name, Optional<String> boundary) {
    if (boundary.isPresent()) {
      operation.call(
          "PutRolePermissionsBoundary",
          () ->
              iam()
                  .putRolePermissionsBoundary(
                      put -> put.roleName(name).permissionsBoundary(boundary.get())));
    } else {
      operation.call(
          "DeleteRolePermissionsBoundary",
          () -> iam().deleteRolePermissionsBoundary(request -> request.roleName(name)));
    }
  }

  private static CreateRoleRequest request(String name, PropertyMap inputs) {
    CreateRoleRequest.Builder request =
        CreateRoleRequest.builder()
            .roleName(name)
            .path(inputs.text("path").orElseThrow())
            .assumeRolePolicyDocument(inputs.text("assumeRolePolicy").orElseThrow())
            .maxSessionDuration(inputs.integer("maxSessionDuration").orElseThrow());
    inputs.text("description").ifPresent(request::description);
    inputs.text("permissionsBoundary").ifPresent(request::permissionsBoundary);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(IamTags.of(tags));
    }
    return request.build();
  }

  /** Whether a role of the name is what an attempt of ours, whose answer was lost, made. */
  private boolean isAsAsked(Operation operation, String name, PropertyMap inputs) {
    return reader
        .read(operation, name, new Prior(inputs, PropertyMap.empty()))
        .filter(
            found ->
                AsAsked.is(
                    RoleType.SCHEMA.shape(), inputs, found, RoleType.MANAGED, RoleType.INLINE))
        .isPresent();
  }

  private RolePolicies policies(Operation operation, String name) {
    return new RolePolicies(iam(), operation, name);
  }

  private IamClient iam() {
    return session.clients().iam();
  }
}
