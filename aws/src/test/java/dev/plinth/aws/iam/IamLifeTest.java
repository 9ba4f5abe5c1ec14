/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** What happens to roles and their policies beyond what the contract says of every type. */
final class IamLifeTest {
  private static final String ROLE = "aws:iam/role:Role";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  private static final String POLICY = "aws:iam/policy:Policy";
  private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_role_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createRole", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(ROLE, role()).id()).isEqualTo("orders");
  }

  @Test
  void a_role_of_somebody_else_is_not_taken_over() {
    driver.create(ROLE, role());

    assertThatThrownBy(() -> driver.create(ROLE, role())).hasMessageContaining("already exists");
  }

  @Test
  void a_role_of_the_name_that_is_another_is_not_taken_when_an_answer_is_lost() {
    driver.create(ROLE, role().with("description", PropertyValue.of("Somebody else's")));
    aws.calls().refuse("createRole", timeout(), 1);

    assertThatThrownBy(() -> driver.create(ROLE, role())).hasMessageContaining("already exists");
  }

  @Test
  void a_role_that_reads_do_not_show_yet_is_waited_for() {
    aws.calls().refuse("getRole", refusal(404, "NoSuchEntity", "The role with name orders"), 3);

    assertThat(driver.create(ROLE, role()).outputs().text("arn").orElseThrow())
        .endsWith(":role/orders");
    assertThat(aws.time().passed()).isPositive();
  }

  @Test
  void a_principal_that_is_not_known_everywhere_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "createRole",
            refusal(400, "MalformedPolicyDocument", "Invalid principal in policy: \"AWS\":\"x\""),
            5);

    assertThat(driver.create(ROLE, role()).id()).isEqualTo("orders");
  }

  @Test
  void a_policy_that_iam_will_never_take_is_not_sent_again() {
    aws.calls()
        .refuse(
            "createRole", refusal(400, "MalformedPolicyDocument", "Syntax errors in policy"), 1);

    assertThatThrownBy(() -> driver.create(ROLE, role())).hasMessageContaining("Syntax errors");
    assertThat(aws.time().passed()).isZero();
  }

  @Test
  void a_role_that_did_not_get_all_its_policies_is_kept_with_the_reason() {
    PropertyMap inputs =
        role().with("managedPolicyArns", PropertyValue.of(List.of(PropertyValue.of(READ_ONLY))));
    aws.calls()
        .refuse(
            "attachRolePolicy",
            refusal(409, "LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10"),
            1);

    assertThatExceptionOfType(PartialFailureException.class)
        .isThrownBy(() -> driver.create(ROLE, inputs))
        .satisfies(
            failure -> {
              assertThat(failure.id()).isEqualTo("orders");
              assertThat(failure.reasons()).singleElement().asString().contains("PoliciesPerRole");
            });
  }

  @Test
  void policies_of_others_on_a_role_stay_unless_the_program_claims_all_of_them() {
    Deployed role = driver.create(ROLE, role());
    driver.create(ROLE_POLICY, rolePolicy());
    driver.create(ATTACHMENT, attachment());

    Deployed refreshed = driver.refresh(role).orElseThrow();
    assertThat(driver.diff(refreshed, role()).hasChanges()).isFalse();

    PropertyMap claimed =
        role().toBuilder()
            .put("managedPolicyArns", PropertyValue.of(List.of()))
            .put("inlinePolicies", PropertyValue.of(List.of(PropertyValue.of(PropertyMap.empty()))))
            .build();
    assertThat(driver.diff(refreshed, claimed).detailed())
        .containsOnlyKeys("managedPolicyArns[0]", "inlinePolicies[0]");
  }

  @Test
  void a_role_with_policies_of_others_is_deleted_only_by_force() {
    Deployed role = driver.create(ROLE, role());
    Deployed forced =
        driver.update(role, role().with("forceDetachPolicies", PropertyValue.of(true)));
    driver.create(ATTACHMENT, attachment());
    driver.create(ROLE_POLICY, rolePolicy());

    assertThatThrownBy(() -> driver.delete(role)).hasMessageContaining("DeleteConflict");
    driver.delete(forced);

    assertThat(driver.refresh(role)).isEmpty();
  }

  @Test
  void what_was_detached_a_moment_ago_is_waited_for_by_a_delete() {
    Deployed role = driver.create(ROLE, role());
    aws.calls()
        .refuse(
            "deleteRole",
            refusal(409, "DeleteConflict", "Cannot delete entity, must detach all policies first."),
            3);

    driver.delete(role);

    assertThat(driver.refresh(role)).isEmpty();
  }

  @Test
  void an_attachment_is_read_by_what_the_state_says_whatever_its_id_is() {
    driver.create(ROLE, role());
    Deployed created = driver.create(ATTACHMENT, attachment());
    Deployed ofPulumi =
        new Deployed(created.urn(), "orders-20260102030405", created.inputs(), created.outputs());

    assertThat(driver.refresh(ofPulumi)).isPresent();
    driver.delete(ofPulumi);
    assertThat(driver.refresh(created)).isEmpty();
  }

  @Test
  void an_attachment_and_a_policy_go_with_their_role() {
    Deployed role = driver.create(ROLE, role().with("forceDetachPolicies", PropertyValue.of(true)));
    Deployed attachment = driver.create(ATTACHMENT, attachment());
    Deployed policy = driver.create(ROLE_POLICY, rolePolicy());
    driver.delete(role);

    assertThat(driver.refresh(attachment)).isEmpty();
    assertThat(driver.refresh(policy)).isEmpty();
    driver.delete(attachment);
    driver.delete(policy);
  }

  @Test
  void a_policy_in_a_role_that_is_written_otherwise_is_the_same() {
    driver.create(ROLE, role());
    Deployed created = driver.create(ROLE_POLICY, rolePolicy());
    PropertyMap rewritten =
        rolePolicy()
            .with(
                "policy",
                PropertyValue.of(
                    "{\"Statement\": {\"Resource\": [\"*\"], \"Action\": [\"s3:GetObject\"],"
                        + " \"Effect\": \"Allow\"}, \"Version\": \"2012-10-17\"}"));

    assertThat(driver.diff(created, rewritten).hasChanges()).isFalse();
  }

  @Test
  void a_policy_keeps_as_many_versions_as_iam_allows() {
    Deployed policy = driver.create(POLICY, policy("s3:GetObject"));
    for (String action : List.of("s3:A", "s3:B", "s3:C", "s3:D", "s3:E", "s3:F")) {
      policy = driver.update(policy, policy(action));
    }

    String arn = policy.id();
    assertThat(aws.iam().listPolicyVersions(list -> list.policyArn(arn)).versions())
        .extracting(PolicyVersion::versionId)
        .containsExactlyInAnyOrder("v3", "v4", "v5", "v6", "v7");
    assertThat(policy.outputs().text("policy").orElseThrow()).contains("s3:F");

    driver.delete(policy);
    assertThat(driver.refresh(policy)).isEmpty();
  }

  @Test
  void a_version_of_a_policy_is_added_once_though_its_answer_is_lost() {
    Deployed policy = driver.create(POLICY, policy("s3:GetObject"));
    aws.calls().spoil("createPolicyVersion", new Fault.AnswerLost(timeout()));

    driver.update(policy, policy("s3:PutObject"));

    assertThat(aws.behind().iam().listPolicyVersions(l -> l.policyArn(policy.id())).versions())
        .hasSize(2);
  }

  @Test
  void a_policy_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createPolicy", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(POLICY, policy("s3:GetObject")).id()).endsWith(":policy/read");
  }

  private static PropertyMap role() {
    return PropertyMap.builder()
        .put("name", "orders")
        .put(
            "assumeRolePolicy",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},"
                + "\"Action\":\"sts:AssumeRole\"}]}")
        .build();
  }

  private static PropertyMap rolePolicy() {
    return PropertyMap.builder()
        .put("name", "read")
        .put("role", "orders")
        .put("policy", allow("s3:GetObject"))
        .build();
  }

  private static PropertyMap attachment() {
    return PropertyMap.builder().put("role", "orders").put("policyArn", READ_ONLY).build();
  }

  private static PropertyMap policy(String action) {
    return PropertyMap.builder().put("name", "read").put("policy", allow(action)).build();
  }

  private static String allow(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
        + action
        + "\",\"Resource\":\"*\"}]}";
  }
}
