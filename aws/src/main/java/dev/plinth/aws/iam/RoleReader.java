/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.Role;

/** Reads roles. */
final class RoleReader {
  private final AwsSession session;

  RoleReader(AwsSession session) {
    this.session = session;
  }

  Optional<PropertyMap> read(Operation operation, String name, Prior prior) {
    return find(operation, name).map(role -> outputs(operation, role, prior, false));
  }

  /** A role that we just changed. */
  PropertyMap readBack(Operation operation, String name, Prior prior) {
    return outputs(operation, await(operation, name), prior, false);
  }

  /** A role that we just made, and that has no policies but those that the program gives it. */
  PropertyMap readNew(Operation operation, String name, Prior prior) {
    return outputs(operation, await(operation, name), prior, true);
  }

  private Role await(Operation operation, String name) {
    return operation.await(
        "visible", Optional.empty(), () -> find(operation, name), found -> found);
  }

  private Optional<Role> find(Operation operation, String name) {
    return operation
        .ifThere("GetRole", () -> session.clients().iam().getRole(get -> get.roleName(name)))
        .map(GetRoleResponse::role);
  }

  private PropertyMap outputs(Operation operation, Role role, Prior prior, boolean isNew) {
    RolePolicies policies = new RolePolicies(session.clients().iam(), operation, role.roleName());
    PropertyMap.Builder outputs = PropertyMap.builder();
    outputs
        .put("name", role.roleName())
        .put("path", role.path())
        .put("arn", role.arn())
        .put("uniqueId", role.roleId())
        .put("createDate", role.createDate().toString())
        .put("assumeRolePolicy", PolicyText.decoded(role.assumeRolePolicyDocument()))
        .putIfPresent("namePrefix", prior.said("namePrefix"))
        .putIfPresent("forceDetachPolicies", prior.said("forceDetachPolicies"));
    outputs.put("maxSessionDuration", (double) role.maxSessionDuration());
    if (role.description() != null && !role.description().isEmpty()) {
      outputs.put("description", role.description());
    }
    if (role.permissionsBoundary() != null) {
      outputs.put("permissionsBoundary", role.permissionsBoundary().permissionsBoundaryArn());
    }
    boolean anyManaged = !isNew || prior.inputs().has(RoleType.MANAGED);
    outputs.putTexts(RoleType.MANAGED, anyManaged ? new TreeSet<>(policies.attached()) : List.of());
    boolean anyInline = !isNew || prior.inputs().has(RoleType.INLINE);
    outputs.put(RoleType.INLINE, PropertyValue.of(anyInline ? inline(policies) : List.of()));
    TagOutputs.put(outputs, session.tags(), IamTags.of(role.tags()), prior);
    return outputs.build();
  }

  private static List<PropertyValue> inline(RolePolicies policies) {
    List<PropertyValue> found = new ArrayList<>();
    for (String name : new TreeSet<>(policies.inlineNames())) {
      policies
          .find(name)
          .map(text -> PropertyMap.builder().put("name", name).put("policy", text).build())
          .ifPresent(policy -> found.add(PropertyValue.of(policy)));
    }
    return found;
  }
}
