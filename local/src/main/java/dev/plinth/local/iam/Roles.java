/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.PolicyGrammar;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.SdkJson;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.Role;

/** The account's roles by name. */
final class Roles {
  /** The member of a role's document that has its ARN. */
  static final String ARN = "Arn";

  private static final int LONGEST_TRUST = 2048;

  private final IamNames names;
  private final Shelf shelf;
  private final FolderLock lock;
  private final Catalogue catalogue;

  Roles(IamNames names, Path folder, FolderLock lock, Catalogue catalogue) {
    this.names = names;
    this.shelf = shelf(folder);
    this.lock = lock;
    this.catalogue = catalogue;
  }

  static Shelf shelf(Path folder) {
    return new Shelf(folder.resolve("roles"));
  }

  Role create(CreateRoleRequest request) {
    String name = request.roleName();
    String path = request.path() == null ? "/" : request.path();
    IamFault.throwIfAny(
        IamNames.check(name, "roleName", IamNames.LONGEST_ROLE, path)
            .required(request.assumeRolePolicyDocument(), "assumeRolePolicyDocument")
            .length(request.description(), "description", 0, 1000)
            .range(request.maxSessionDuration(), "maxSessionDuration", 3600, 43_200));
    checkTrust(request.assumeRolePolicyDocument());
    Role role =
        Role.builder()
            .roleName(name)
            .path(path)
            .arn(names.arn("role", path, name))
            .roleId(IamNames.newId("AROA"))
            .createDate(names.now())
            .assumeRolePolicyDocument(request.assumeRolePolicyDocument())
            .description(request.description())
            .maxSessionDuration(
                request.maxSessionDuration() == null ? 3600 : request.maxSessionDuration())
            .permissionsBoundary(boundary(request.permissionsBoundary()))
            .tags(IamTags.merged(List.of(), request.tags()))
            .build();
    return lock.holding(
        () -> {
          if (shelf.contains(name)) {
            throw IamFault.alreadyExists("Role with name " + name + " already exists.");
          }
          shelf.write(name, SdkJson.toJson(role));
          return role;
        });
  }

  Role require(@Nullable String name) {
    IamFault.throwIfAny(IamNames.check(name, "roleName", IamNames.LONGEST_ROLE, null));
    String valid = String.valueOf(name);
    return shelf
        .read(valid)
        .map(role -> SdkJson.fromJson(role, Role.builder(), Role.class))
        .orElseThrow(() -> IamFault.noSuchRole(valid));
  }

  void change(@Nullable String name, Consumer<Role.Builder> change) {
    lock.holding(
        () -> {
          Role changed = require(name).copy(change);
          shelf.write(changed.roleName(), SdkJson.toJson(changed));
          return changed;
        });
  }

  void delete(@Nullable String name, Consumer<Role> check) {
    lock.holding(
        () -> {
          Role role = require(name);
          check.accept(role);
          shelf.delete(role.roleName());
          return role;
        });
  }

  /** Makes sure that there is a role, kept or known from elsewhere, or throws. */
  void requireKnown(@Nullable String name, String call) {
    IamFault.throwIfAny(IamNames.check(name, "roleName", IamNames.LONGEST_ROLE, null));
    String valid = String.valueOf(name);
    if (!isKnown(valid)) {
      catalogue.require(
          ResourceKind.ROLE, names.arn("role", "/", valid), call, () -> IamFault.noSuchRole(valid));
    }
  }

  /** Whether there is a role, kept or known from elsewhere, whatever its path. */
  boolean isKnown(String name) {
    return shelf.contains(name)
        || catalogue.all(ResourceKind.ROLE).stream()
            .anyMatch(role -> IamNames.nameOf(role.id()).equals(name));
  }

  List<Role> all() {
    return shelf.names().stream()
        .map(shelf::read)
        .flatMap(Optional::stream)
        .map(role -> SdkJson.fromJson(role, Role.builder(), Role.class))
        .toList();
  }

  static void checkTrust(String document) {
    if (document.length() > LONGEST_TRUST) {
      throw IamFault.limitExceeded("Cannot exceed quota for ACLSizePerRole: " + LONGEST_TRUST);
    }
    IamFault.throwIfMalformed(PolicyGrammar.TRUST, document);
  }

  static @Nullable AttachedPermissionsBoundary boundary(@Nullable String arn) {
    return arn == null
        ? null
        : AttachedPermissionsBoundary.builder()
            .permissionsBoundaryType("Policy")
            .permissionsBoundaryArn(arn)
            .build();
  }
}
