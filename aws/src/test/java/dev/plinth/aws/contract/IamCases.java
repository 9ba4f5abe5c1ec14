/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** IAM's roles and policies. */
final class IamCases {
  private static final String ROLE = "aws:iam/role:Role";
  private static final String POLICY = "aws:iam/policy:Policy";

  private static final String OTHER = "arn:aws:iam::aws:policy/AmazonSNSFullAccess";

  private IamCases() {}

  static ContractCase role(Setting setting) {
    return new ContractCase(
        ROLE,
        roleInputs("checkout"),
        Map.of(
            "assumeRolePolicy", PropertyValue.of(Documents.trust("events.amazonaws.com")),
            "description", PropertyValue.of("Runs the orders function"),
            "maxSessionDuration", PropertyValue.of(7200),
            "permissionsBoundary", PropertyValue.of(given(setting, "boundary")),
            "forceDetachPolicies", PropertyValue.of(true),
            "tags", tags()),
        Map.of(
            "name", PropertyMap.builder().put("name", "other").build(),
            "path", PropertyMap.builder().put("path", "/service/").build()),
        (aws, name) -> aws.iam().updateRole(update -> update.roleName(name).description("theirs")),
        "description",
        IamCases::roleExists);
  }

  /** A role that owns its policies, so that what others add goes again. */
  static ContractCase roleWithPolicies(Setting setting) {
    PropertyMap inputs =
        roleInputs("checkout-all")
            .with("inlinePolicies", PropertyValue.of(List.of(inline("logs", "logs:PutLogEvents"))))
            .with(
                "managedPolicyArns",
                PropertyValue.of(List.of(PropertyValue.of(given(setting, "one")))));
    String other = given(setting, "another");
    String theirs = given(setting, "theirs");
    return new ContractCase(
        ROLE,
        inputs,
        Map.of(
            "inlinePolicies",
                PropertyValue.of(
                    List.of(
                        inline("logs", "logs:CreateLogStream"),
                        inline("x", "xray:PutTraceSegments"))),
            "managedPolicyArns", PropertyValue.of(List.of(PropertyValue.of(other)))),
        Map.of("name", PropertyMap.builder().put("name", "other").build()),
        (aws, name) ->
            aws.iam().attachRolePolicy(attach -> attach.roleName(name).policyArn(theirs)),
        "managedPolicyArns[1]",
        IamCases::roleExists);
  }

  static ContractCase rolePolicy(Setting setting) {
    String role = setting.given(ROLE, roleInputs("payments")).text("name").orElseThrow();
    return new ContractCase(
        "aws:iam/rolePolicy:RolePolicy",
        PropertyMap.builder()
            .put("role", role)
            .put("name", "logs")
            .put("policy", Documents.permission("logs:PutLogEvents"))
            .build(),
        Map.of(
            "policy",
            PropertyValue.of(Documents.permission("logs:PutLogEvents", "logs:CreateLogStream"))),
        Map.of(
            "name", PropertyMap.builder().put("name", "other").build(),
            "role", PropertyMap.builder().put("role", "other").build()),
        (aws, id) ->
            aws.iam()
                .putRolePolicy(
                    put ->
                        put.roleName(role)
                            .policyName("logs")
                            .policyDocument(Documents.permission("s3:GetObject"))),
        "policy",
        (aws, id) ->
            aws.iam().listRolePolicies(list -> list.roleName(role)).policyNames().contains("logs"));
  }

  static ContractCase attachment(Setting setting) {
    String role = setting.given(ROLE, roleInputs("payments")).text("name").orElseThrow();
    String policy = given(setting, "one");
    return new ContractCase(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        PropertyMap.builder().put("role", role).put("policyArn", policy).build(),
        Map.of(),
        Map.of(
            "policyArn", PropertyMap.builder().put("policyArn", OTHER).build(),
            "role", PropertyMap.builder().put("role", "other").build()),
        (aws, id) -> aws.iam().detachRolePolicy(detach -> detach.roleName(role).policyArn(policy)),
        "",
        (aws, id) ->
            aws
                .iam()
                .listAttachedRolePolicies(list -> list.roleName(role))
                .attachedPolicies()
                .stream()
                .anyMatch(attached -> attached.policyArn().equals(policy)));
  }

  static ContractCase policy(Setting setting) {
    return new ContractCase(
        POLICY,
        PropertyMap.builder()
            .put("name", "reads-orders")
            .put("policy", Documents.permission("s3:GetObject"))
            .build(),
        Map.of(
            "policy", PropertyValue.of(Documents.permission("s3:GetObject", "s3:ListBucket")),
            "tags", tags()),
        Map.of(
            "name", PropertyMap.builder().put("name", "other").build(),
            "path", PropertyMap.builder().put("path", "/shop/").build(),
            "description", PropertyMap.builder().put("description", "Reads orders").build()),
        (aws, arn) ->
            aws.iam()
                .createPolicyVersion(
                    add ->
                        add.policyArn(arn)
                            .policyDocument(Documents.permission("s3:PutObject"))
                            .setAsDefault(true)),
        "policy",
        (aws, arn) -> {
          try {
            aws.iam().getPolicy(get -> get.policyArn(arn));
            return true;
          } catch (NoSuchEntityException e) {
            return false;
          }
        });
  }

  private static PropertyMap roleInputs(String name) {
    return PropertyMap.builder()
        .put("name", name)
        .put("assumeRolePolicy", Documents.trust("lambda.amazonaws.com"))
        .build();
  }

  private static PropertyValue inline(String name, String action) {
    return PropertyValue.of(
        PropertyMap.builder()
            .put("name", name)
            .put("policy", Documents.permission(action))
            .build());
  }

  private static PropertyValue tags() {
    return PropertyValue.of(PropertyMap.builder().put("team", "shop").build());
  }

  /** A managed policy for roles to have. */
  private static String given(Setting setting, String name) {
    PropertyMap inputs =
        PropertyMap.builder()
            .put("name", name)
            .put("policy", Documents.permission("s3:GetObject"))
            .build();
    return setting.given(POLICY, inputs).text("arn").orElseThrow();
  }

  private static boolean roleExists(AwsClients aws, String name) {
    try {
      aws.iam().getRole(get -> get.roleName(name));
      return true;
    } catch (NoSuchEntityException e) {
      return false;
    }
  }
}
