/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/**
 * IAM as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalIamClient implements IamClient, LocalService {
  private final Roles roles;
  private final RoleGrants grants;
  private final ManagedPolicies policies;
  private final IamNames names;

  /**
   * @param folder where the account's IAM resources are kept; made when needed
   */
  public LocalIamClient(AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    names = new IamNames(account);
    roles = new Roles(names, folder, lock, catalogue);
    grants = new RoleGrants(folder, lock, roles);
    policies = new ManagedPolicies(names, folder, lock, catalogue, grants);
  }

  /** Roles that are only assumed count too as long as they have policies. */
  @Override
  public List<String> resourceArns() {
    TreeMap<String, String> byRole = new TreeMap<>();
    grants.withGrants().forEach(role -> byRole.put(role, names.arn("role", "/", role)));
    roles.all().forEach(role -> byRole.put(role.roleName(), role.arn()));
    return Stream.concat(byRole.values().stream(), policies.all().stream().map(Policy::arn))
        .toList();
  }

  @Override
  public CreateRoleResponse createRole(CreateRoleRequest request) {
    return CreateRoleResponse.builder().role(answered(roles.create(request))).build();
  }

  @Override
  public GetRoleResponse getRole(GetRoleRequest request) {
    return GetRoleResponse.builder().role(answered(roles.require(request.roleName()))).build();
  }

  @Override
  public UpdateRoleResponse updateRole(UpdateRoleRequest request) {
    IamFault.throwIfAny(
        new Constraints()
            .length(request.description(), "description", 0, 1000)
            .range(request.maxSessionDuration(), "maxSessionDuration", 3600, 43_200));
    roles.change(
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
  public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(
      UpdateAssumeRolePolicyRequest request) {
    Roles.checkTrust(request.policyDocument());
    roles.change(
        request.roleName(), role -> role.assumeRolePolicyDocument(request.policyDocument()));
    return UpdateAssumeRolePolicyResponse.builder().build();
  }

  @Override
  public PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(
      PutRolePermissionsBoundaryRequest request) {
    policies.requireAttachable(request.permissionsBoundary(), "iam:PutRolePermissionsBoundary");
    roles.change(
        request.roleName(),
        role -> role.permissionsBoundary(Roles.boundary(request.permissionsBoundary())));
    return PutRolePermissionsBoundaryResponse.builder().build();
  }

  @Override
  public DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
      DeleteRolePermissionsBoundaryRequest request) {
    roles.change(request.roleName(), role -> role.permissionsBoundary(Roles.boundary(null)));
    return DeleteRolePermissionsBoundaryResponse.builder().build();
  }

  @Override
  public TagRoleResponse tagRole(TagRoleRequest request) {
    List<Tag> merged = IamTags.merged(roles.require(request.roleName()).tags(), request.tags());
    roles.change(request.roleName(), role -> role.tags(merged));
    return TagRoleResponse.builder().build();
  }

  @Override
  public UntagRoleResponse untagRole(UntagRoleRequest request) {
    List<Tag> rest = IamTags.without(roles.require(request.roleName()).tags(), request.tagKeys());
    roles.change(request.roleName(), role -> role.tags(rest));
    return UntagRoleResponse.builder().build();
  }

  @Override
  public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
    roles.delete(request.roleName(), role -> grants.requireNone(role.roleName()));
    return DeleteRoleResponse.builder().build();
  }

  /** The account has no instance profiles. */
  @Override
  public ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
      ListInstanceProfilesForRoleRequest request) {
    roles.require(request.roleName());
    return ListInstanceProfilesForRoleResponse.builder().isTruncated(false).build();
  }

  @Override
  public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
    grants.put(request.roleName(), request.policyName(), request.policyDocument());
    return PutRolePolicyResponse.builder().build();
  }

  @Override
  public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
    String document = grants.inline(request.roleName(), request.policyName());
    return GetRolePolicyResponse.builder()
        .roleName(request.roleName())
        .policyName(request.policyName())
        .policyDocument(IamNames.encoded(document))
        .build();
  }

  @Override
  public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
    grants.remove(request.roleName(), request.policyName());
    return DeleteRolePolicyResponse.builder().build();
  }

  @Override
  public ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request) {
    return ListRolePoliciesResponse.builder()
        .policyNames(grants.inlineNames(request.roleName()))
        .isTruncated(false)
        .build();
  }

  @Override
  public AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest request) {
    policies.requireAttachable(request.policyArn(), "iam:AttachRolePolicy");
    grants.attach(request.roleName(), request.policyArn());
    return AttachRolePolicyResponse.builder().build();
  }

  @Override
  public DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest request) {
    grants.detach(request.roleName(), request.policyArn());
    return DetachRolePolicyResponse.builder().build();
  }

  @Override
  public ListAttachedRolePoliciesResponse listAttachedRolePolicies(
      ListAttachedRolePoliciesRequest request) {
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(
            grants.attached(request.roleName()).stream()
                .map(
                    arn ->
                        AttachedPolicy.builder()
                            .policyArn(arn)
                            .policyName(IamNames.nameOf(arn))
                            .build())
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public CreatePolicyResponse createPolicy(CreatePolicyRequest request) {
    return CreatePolicyResponse.builder().policy(policies.create(request)).build();
  }

  @Override
  public GetPolicyResponse getPolicy(GetPolicyRequest request) {
    return GetPolicyResponse.builder().policy(policies.policy(request.policyArn())).build();
  }

  /** As IAM does it, without descriptions and tags. */
  @Override
  public ListPoliciesResponse listPolicies(ListPoliciesRequest request) {
    String prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
    return ListPoliciesResponse.builder()
        .policies(
            policies.all().stream()
                .filter(policy -> policy.path().startsWith(prefix))
                .map(policy -> policy.copy(less -> less.description(null).tags(List.of())))
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request) {
    return CreatePolicyVersionResponse.builder()
        .policyVersion(policies.addVersion(request).copy(version -> version.document(null)))
        .build();
  }

  @Override
  public GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request) {
    PolicyVersion found = policies.version(request.policyArn(), request.versionId());
    return GetPolicyVersionResponse.builder()
        .policyVersion(found.copy(version -> version.document(IamNames.encoded(found.document()))))
        .build();
  }

  @Override
  public ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request) {
    return ListPolicyVersionsResponse.builder()
        .versions(
            policies.versions(request.policyArn()).stream()
                .map(version -> version.copy(less -> less.document(null)))
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(
      SetDefaultPolicyVersionRequest request) {
    policies.setDefault(request.policyArn(), request.versionId());
    return SetDefaultPolicyVersionResponse.builder().build();
  }

  @Override
  public DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request) {
    policies.deleteVersion(request.policyArn(), request.versionId());
    return DeletePolicyVersionResponse.builder().build();
  }

  @Override
  public TagPolicyResponse tagPolicy(TagPolicyRequest request) {
    policies.tag(request.policyArn(), request.tags());
    return TagPolicyResponse.builder().build();
  }

  @Override
  public UntagPolicyResponse untagPolicy(UntagPolicyRequest request) {
    policies.untag(request.policyArn(), request.tagKeys());
    return UntagPolicyResponse.builder().build();
  }

  @Override
  public DeletePolicyResponse deletePolicy(DeletePolicyRequest request) {
    policies.delete(request.policyArn());
    return DeletePolicyResponse.builder().build();
  }

  private static Role answered(Role role) {
    return role.copy(
        encoded ->
            encoded.assumeRolePolicyDocument(IamNames.encoded(role.assumeRolePolicyDocument())));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
