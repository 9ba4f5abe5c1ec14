/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.Constraints;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/** IAM's operations on roles. */
interface RoleApi extends IamApi {
  @Override
  default CreateRoleResponse createRole(CreateRoleRequest request) {
    return CreateRoleResponse.builder().role(answered(parts().roles().create(request))).build();
  }

  @Override
  default GetRoleResponse getRole(GetRoleRequest request) {
    return GetRoleResponse.builder()
        .role(answered(parts().roles().require(request.roleName())))
        .build();
  }

  @Override
  default UpdateRoleResponse updateRole(UpdateRoleRequest request) {
    IamFault.throwIfAny(
        new Constraints()
            .length(request.description(), "description", 0, 1000)
            .range(request.maxSessionDuration(), "maxSessionDuration", 3600, 43_200));
    parts()
        .roles()
        .change(
            request.roleName(),
            role -> {
              if (request.description() != null) {
                role.description(request.description());
              }
              if (request.maxSessionDuration() != null) {
                role.maxSessionDuration(request.maxSessionDuration());
              }
            });
    return UpdateRoleResponse.builder().build();
  }

  @Override
  default UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(
      UpdateAssumeRolePolicyRequest request) {
    Roles.checkTrust(request.policyDocument());
    parts()
        .roles()
        .change(
            request.roleName(), role -> role.assumeRolePolicyDocument(request.policyDocument()));
    return UpdateAssumeRolePolicyResponse.builder().build();
  }

  @Override
  default PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(
      PutRolePermissionsBoundaryRequest request) {
    parts()
        .policies()
        .requireAttachable(request.permissionsBoundary(), "iam:PutRolePermissionsBoundary");
    parts()
        .roles()
        .change(
            request.roleName(),
            role -> role.permissionsBoundary(Roles.boundary(request.permissionsBoundary())));
    return PutRolePermissionsBoundaryResponse.builder().build();
  }

  @Override
  default DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
      DeleteRolePermissionsBoundaryRequest request) {
    parts()
        .roles()
        .change(request.roleName(), role -> role.permissionsBoundary(Roles.boundary(null)));
    return DeleteRolePermissionsBoundaryResponse.builder().build();
  }

  @Override
  default TagRoleResponse tagRole(TagRoleRequest request) {
    List<Tag> merged =
        IamTags.merged(parts().roles().require(request.roleName()).tags(), request.tags());
    parts().roles().change(request.roleName(), role -> role.tags(merged));
    return TagRoleResponse.builder().build();
  }

  @Override
  default UntagRoleResponse untagRole(UntagRoleRequest request) {
    List<Tag> rest =
        IamTags.without(parts().roles().require(request.roleName()).tags(), request.tagKeys());
    parts().roles().change(request.roleName(), role -> role.tags(rest));
    return UntagRoleResponse.builder().build();
  }

  @Override
  default DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
    parts()
        .roles()
        .delete(request.roleName(), role -> parts().grants().requireNone(role.roleName()));
    return DeleteRoleResponse.builder().build();
  }

  /** The account has no instance profiles. */
  @Override
  default ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
      ListInstanceProfilesForRoleRequest request) {
    parts().roles().require(request.roleName());
    return ListInstanceProfilesForRoleResponse.builder().isTruncated(false).build();
  }

  private static Role answered(Role role) {
    return role.copy(
        encoded ->
            encoded.assumeRolePolicyDocument(IamNames.encoded(role.assumeRolePolicyDocument())));
  }
}
