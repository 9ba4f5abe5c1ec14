/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** IAM's operations on what roles are permitted. */
interface RolePolicyApi extends IamApi {
  @Override
  default PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
    parts().grants().put(request.roleName(), request.policyName(), request.policyDocument());
    return PutRolePolicyResponse.builder().build();
  }

  @Override
  default GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
    String document = parts().grants().inline(request.roleName(), request.policyName());
    return GetRolePolicyResponse.builder()
        .roleName(request.roleName())
        .policyName(request.policyName())
        .policyDocument(IamNames.encoded(document))
        .build();
  }

  @Override
  default DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
    parts().grants().remove(request.roleName(), request.policyName());
    return DeleteRolePolicyResponse.builder().build();
  }

  @Override
  default ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request) {
    return ListRolePoliciesResponse.builder()
        .policyNames(parts().grants().inlineNames(request.roleName()))
        .isTruncated(false)
        .build();
  }

  @Override
  default AttachRolePolicyResponse attachRolePolicy(AttachRolePolicyRequest request) {
    parts().policies().requireAttachable(request.policyArn(), "iam:AttachRolePolicy");
    parts().grants().attach(request.roleName(), request.policyArn());
    return AttachRolePolicyResponse.builder().build();
  }

  @Override
  default DetachRolePolicyResponse detachRolePolicy(DetachRolePolicyRequest request) {
    parts().grants().detach(request.roleName(), request.policyArn());
    return DetachRolePolicyResponse.builder().build();
  }

  @Override
  default ListAttachedRolePoliciesResponse listAttachedRolePolicies(
      ListAttachedRolePoliciesRequest request) {
    return ListAttachedRolePoliciesResponse.builder()
        .attachedPolicies(
            parts().grants().attached(request.roleName()).stream()
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
}
