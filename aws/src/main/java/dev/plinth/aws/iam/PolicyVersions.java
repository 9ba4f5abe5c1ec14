/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.document.PolicyDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** The versions of a managed policy, of which IAM keeps at most five. */
final class PolicyVersions {
  private static final int MOST = 5;

  private final IamClient iam;
  private final Operation operation;
  private final String arn;

  PolicyVersions(IamClient iam, Operation operation, String arn) {
    this.iam = iam;
    this.operation = operation;
    this.arn = arn;
  }

  Optional<String> document(String version) {
    return operation
        .ifThere(
            "GetPolicyVersion",
            () -> iam.getPolicyVersion(get -> get.policyArn(arn).versionId(version)))
        .map(found -> PolicyText.decoded(found.policyVersion().document()));
  }

  /** Adds a version that is the policy from now on, in the place of the oldest one if need be. */
  void add(String document) {
    List<PolicyVersion> old = old();
    if (old.size() >= MOST - 1) {
      remove(old.get(0));
    }
    new SafeCreate(operation, failure -> false, () -> isCurrent(document))
        .run(
            "CreatePolicyVersion",
            RetryRules.IAM_POLICY,
            () ->
                iam.createPolicyVersion(
                    request -> request.policyArn(arn).policyDocument(document).setAsDefault(true)));
  }

  /** Whether a document is the policy, as it is when only the answer was lost. */
  private boolean isCurrent(String document) {
    return operation
        .call(
            "ListPolicyVersions",
            () ->
                iam.listPolicyVersionsPaginator(list -> list.policyArn(arn)).versions().stream()
                    .filter(PolicyVersion::isDefaultVersion)
                    .findFirst())
        .flatMap(version -> document(version.versionId()))
        .filter(found -> PolicyDocument.same(found, document))
        .isPresent();
  }

  /** Deletes all but the one that is the policy. */
  void removeOld() {
    old().forEach(this::remove);
  }

  /** All but the default one, the oldest first. */
  private List<PolicyVersion> old() {
    return operation
        .ifThere(
            "ListPolicyVersions",
            () ->
                iam.listPolicyVersionsPaginator(list -> list.policyArn(arn)).versions().stream()
                    .filter(version -> !version.isDefaultVersion())
                    .sorted(
                        Comparator.comparing(PolicyVersion::createDate)
                            .thenComparing(PolicyVersions::number))
                    .toList())
        .orElse(List.of());
  }

  /** The number in {@code v7}. */
  private static int number(PolicyVersion version) {
    return Integer.parseInt(version.versionId().substring(1));
  }

  private void remove(PolicyVersion version) {
    operation.ifThere(
        "DeletePolicyVersion",
        RetryRules.IAM_DELETE,
        () ->
            iam.deletePolicyVersion(
                request -> request.policyArn(arn).versionId(version.versionId())));
  }
}
