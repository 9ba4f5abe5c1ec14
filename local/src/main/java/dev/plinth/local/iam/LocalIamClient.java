/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.Policy;

/** IAM as the local account has it. */
public final class LocalIamClient implements RoleApi, RolePolicyApi, PolicyApi, LocalService {
  private final IamParts parts;
  private final IamNames names;

  /**
   * @param folder where the account's IAM resources are kept; made when needed
   */
  public LocalIamClient(AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    names = new IamNames(account);
    Roles roles = new Roles(names, folder, lock, catalogue);
    RoleGrants grants = new RoleGrants(folder, lock, roles);
    parts =
        new IamParts(roles, grants, new ManagedPolicies(names, folder, lock, catalogue, grants));
  }

  @Override
  public IamParts parts() {
    return parts;
  }

  /** Roles that are only assumed count too as long as they have policies. */
  @Override
  public List<String> resourceArns() {
    TreeMap<String, String> byRole = new TreeMap<>();
    parts.grants().withGrants().forEach(role -> byRole.put(role, names.arn("role", "/", role)));
    parts.roles().all().forEach(role -> byRole.put(role.roleName(), role.arn()));
    return Stream.concat(byRole.values().stream(), parts.policies().all().stream().map(Policy::arn))
        .toList();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
