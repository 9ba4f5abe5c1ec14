/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.Change;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Obj;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** A role's policies: those written into it by name, and the managed ones attached to it by ARN. */
final class RolePolicies {
  private final IamClient iam;
  private final Operation operation;
  private final String role;

  RolePolicies(IamClient iam, Operation operation, String role) {
    this.iam = iam;
    this.operation = operation;
    this.role = role;
  }

  /** The ARNs that a role's properties name. */
  static Set<String> managed(PropertyMap properties) {
    return new TreeSet<>(properties.texts(RoleType.MANAGED).orElse(List.of()));
  }

  /** The policies by name that a role's properties have. */
  static Map<String, String> inline(PropertyMap properties) {
    TreeMap<String, String> byName = new TreeMap<>();
    for (PropertyValue each : properties.list(RoleType.INLINE).orElse(List.of())) {
      if (each.withoutSecrets() instanceof Obj policy) {
        policy
            .properties()
            .text("name")
            .ifPresent(name -> byName.put(name, policy.properties().text("policy").orElse("")));
      }
    }
    return byName;
  }

  /** Makes the role have what the new inputs name, and no more. */
  void change(Change change) {
    if (change.changes(RoleType.INLINE)) {
      Map<String, String> wanted = inline(change.newInputs());
      TreeSet<String> gone = new TreeSet<>(inline(change.oldOutputs()).keySet());
      gone.removeAll(wanted.keySet());
      remove(gone);
      put(wanted);
    }
    if (change.changes(RoleType.MANAGED)) {
      Set<String> wanted = managed(change.newInputs());
      Set<String> present = managed(change.oldOutputs());
      attach(without(wanted, present));
      detach(without(present, wanted));
    }
  }

  void put(Map<String, String> policies) {
    policies.forEach(this::put);
  }

  void put(String name, String document) {
    operation.call(
        "PutRolePolicy",
        RetryRules.IAM_POLICY,
        () ->
            iam.putRolePolicy(
                request -> request.roleName(role).policyName(name).policyDocument(document)));
  }

  void remove(Collection<String> names) {
    for (String name : names) {
      operation.ifThere(
          "DeleteRolePolicy",
          RetryRules.IAM_DELETE,
          () -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(name)));
    }
  }

  void attach(Collection<String> arns) {
    for (String arn : arns) {
      operation.call(
          "AttachRolePolicy",
          RetryRules.IAM_POLICY,
          () -> iam.attachRolePolicy(request -> request.roleName(role).policyArn(arn)));
    }
  }

  void detach(Collection<String> arns) {
    for (String arn : arns) {
      operation.ifThere(
          "DetachRolePolicy",
          RetryRules.IAM_DELETE,
          () -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(arn)));
    }
  }

  /** The document of a policy in the role. */
  Optional<String> find(String name) {
    return operation
        .ifThere(
            "GetRolePolicy",
            () -> iam.getRolePolicy(request -> request.roleName(role).policyName(name)))
        .map(found -> PolicyText.decoded(found.policyDocument()));
  }

  /** The names of the policies in the role; none of a role that is gone. */
  List<String> inlineNames() {
    return operation
        .ifThere(
            "ListRolePolicies",
            () ->
                iam
                    .listRolePoliciesPaginator(request -> request.roleName(role))
                    .policyNames()
                    .stream()
                    .toList())
        .orElse(List.of());
  }

  /** The ARNs of the policies attached to the role; none of a role that is gone. */
  List<String> attached() {
    return operation
        .ifThere(
            "ListAttachedRolePolicies",
            () ->
                iam
                    .listAttachedRolePoliciesPaginator(request -> request.roleName(role))
                    .attachedPolicies()
                    .stream()
                    .map(AttachedPolicy::policyArn)
                    .toList())
        .orElse(List.of());
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    TreeSet<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
