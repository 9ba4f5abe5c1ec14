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
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** Creates, reads, changes and deletes managed policies; the id is the ARN. */
final class PolicyOperations implements ResourceOperations {
  private final AwsSession session;

  PolicyOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    CreatePolicyRequest request = request(inputs);
    String arn =
        new SafeCreate(operation, AwsFailure::isTaken, () -> isAsAsked(operation, inputs))
            .run("CreatePolicy", RetryRules.IAM_POLICY, () -> iam().createPolicy(request))
            .map(created -> created.policy().arn())
            .or(() -> arnOf(operation, inputs))
            .orElseThrow();
    PropertyMap outputs =
        Completion.finish(
            operation,
            arn,
            inputs,
            () -> {},
            () -> readBack(operation, arn, new Prior(given, PropertyMap.empty())));
    return new CreateResult(arn, outputs);
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    return inputs.has("name") ? Located.of(arnOf(operation, inputs)) : new Located.Unknown();
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return operation
        .ifThere("GetPolicy", () -> iam().getPolicy(get -> get.policyArn(id)))
        .map(GetPolicyResponse::policy)
        .flatMap(
            policy ->
                versions(operation, id)
                    .document(policy.defaultVersionId())
                    .map(document -> outputs(policy, document, prior)));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, id, change),
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    versions(operation, id).removeOld();
    operation.ifThere(
        "DeletePolicy",
        RetryRules.IAM_DELETE,
        () -> iam().deletePolicy(request -> request.policyArn(id)));
  }

  private void apply(Operation operation, String arn, Change change) {
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagPolicy",
                    () -> iam().untagPolicy(request -> request.policyArn(arn).tagKeys(removed))),
            set ->
                operation.call(
                    "TagPolicy",
                    () -> iam().tagPolicy(tag -> tag.policyArn(arn).tags(IamTags.of(set)))));
    if (change.changes("policy")) {
      versions(operation, arn).add(change.newInputs().text("policy").orElseThrow());
    }
  }

  private PropertyMap outputs(Policy policy, String document, Prior prior) {
    PropertyMap.Builder outputs =
        PropertyMap.builder()
            .put("name", policy.policyName())
            .put("path", policy.path())
            .put("arn", policy.arn())
            .put("policyId", policy.policyId())
            .put("policy", document)
            .putIfPresent("namePrefix", prior.said("namePrefix"));
    outputs.put("attachmentCount", (double) policy.attachmentCount());
    if (policy.description() != null && !policy.description().isEmpty()) {
      outputs.put("description", policy.description());
    }
    TagOutputs.put(outputs, session.tags(), IamTags.of(policy.tags()), prior);
    return outputs.build();
  }

  private PropertyMap readBack(Operation operation, String arn, Prior prior) {
    return operation.await(
        "visible", Optional.empty(), () -> read(operation, arn, prior), found -> found);
  }

  private static CreatePolicyRequest request(PropertyMap inputs) {
    CreatePolicyRequest.Builder request =
        CreatePolicyRequest.builder()
            .policyName(inputs.text("name").orElseThrow())
            .path(inputs.text("path").orElseThrow())
            .policyDocument(inputs.text("policy").orElseThrow());
    inputs.text("description").ifPresent(request::description);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(IamTags.of(tags));
    }
    return request.build();
  }

  /** Whether a policy of the name is what an attempt of ours, whose answer was lost, made. */
  private boolean isAsAsked(Operation operation, PropertyMap inputs) {
    return arnOf(operation, inputs)
        .flatMap(arn -> read(operation, arn, new Prior(inputs, PropertyMap.empty())))
        .filter(found -> AsAsked.is(PolicyType.SCHEMA.shape(), inputs, found))
        .isPresent();
  }

  private Optional<String> arnOf(Operation operation, PropertyMap inputs) {
    String name = inputs.text("name").orElseThrow();
    return operation.call(
        "ListPolicies",
        () ->
            iam()
                .listPoliciesPaginator(
                    list ->
                        list.scope(PolicyScopeType.LOCAL)
                            .pathPrefix(inputs.text("path").orElseThrow()))
                .policies()
                .stream()
                .filter(policy -> policy.policyName().equals(name))
                .map(Policy::arn)
                .findFirst());
  }

  private PolicyVersions versions(Operation operation, String arn) {
    return new PolicyVersions(iam(), operation, arn);
  }

  private IamClient iam() {
    return session.clients().iam();
  }
}
