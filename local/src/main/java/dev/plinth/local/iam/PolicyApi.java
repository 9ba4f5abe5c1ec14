/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import java.util.List;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/** IAM's operations on managed policies. */
interface PolicyApi extends IamApi {
  @Override
  default CreatePolicyResponse createPolicy(CreatePolicyRequest request) {
    return CreatePolicyResponse.builder().policy(parts().policies().create(request)).build();
  }

  @Override
  default GetPolicyResponse getPolicy(GetPolicyRequest request) {
    return GetPolicyResponse.builder()
        .policy(parts().policies().policy(request.policyArn()))
        .build();
  }

  /** As IAM does it, without descriptions and tags. */
  @Override
  default ListPoliciesResponse listPolicies(ListPoliciesRequest request) {
    String prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
    return ListPoliciesResponse.builder()
        .policies(
            parts().policies().all().stream()
                .filter(policy -> policy.path().startsWith(prefix))
                .map(policy -> policy.copy(less -> less.description(null).tags(List.of())))
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  default CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest request) {
    return CreatePolicyVersionResponse.builder()
        .policyVersion(
            parts().policies().addVersion(request).copy(version -> version.document(null)))
        .build();
  }

  @Override
  default GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest request) {
    PolicyVersion found = parts().policies().version(request.policyArn(), request.versionId());
    return GetPolicyVersionResponse.builder()
        .policyVersion(found.copy(version -> version.document(IamNames.encoded(found.document()))))
        .build();
  }

  @Override
  default ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest request) {
    return ListPolicyVersionsResponse.builder()
        .versions(
            parts().policies().versions(request.policyArn()).stream()
                .map(version -> version.copy(less -> less.document(null)))
                .toList())
        .isTruncated(false)
        .build();
  }

  @Override
  default SetDefaultPolicyVersionResponse setDefaultPolicyVersion(
      SetDefaultPolicyVersionRequest request) {
    parts().policies().setDefault(request.policyArn(), request.versionId());
    return SetDefaultPolicyVersionResponse.builder().build();
  }

  @Override
  default DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest request) {
    parts().policies().deleteVersion(request.policyArn(), request.versionId());
    return DeletePolicyVersionResponse.builder().build();
  }

  @Override
  default TagPolicyResponse tagPolicy(TagPolicyRequest request) {
    parts().policies().tag(request.policyArn(), request.tags());
    return TagPolicyResponse.builder().build();
  }

  @Override
  default UntagPolicyResponse untagPolicy(UntagPolicyRequest request) {
    parts().policies().untag(request.policyArn(), request.tagKeys());
    return UntagPolicyResponse.builder().build();
  }

  @Override
  default DeletePolicyResponse deletePolicy(DeletePolicyRequest request) {
    parts().policies().delete(request.policyArn());
    return DeletePolicyResponse.builder().build();
  }
}
