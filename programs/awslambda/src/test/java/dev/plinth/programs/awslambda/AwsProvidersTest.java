/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.aws.AssumeRole;
import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AwsProvidersTest {
  @Test
  void are_none_with_ambient_credentials() {
    assertNoProvider(MockedStack.deploy(AwsLambdaModule.of(StackInputs.s3())));
    assertNoProvider(deploy(config -> {}));
  }

  @Test
  void carry_explicit_credentials() {
    MockedStack stack =
        deploy(
            config ->
                config
                    .setAccessKeyId("ASIAEXAMPLE")
                    .setSecretAccessKey("secret")
                    .setSessionToken("token")
                    .setRegion("eu-west-1")
                    .setAccountId("123456789012"));

    assertThat(stack.provider().inputs())
        .containsEntry("region", "eu-west-1")
        .containsEntry("allowedAccountIds", "[\"123456789012\"]")
        .containsKeys("accessKey", "secretKey", "token");
  }

  @Test
  void carry_default_tags_and_the_role_to_act_in() {
    MockedStack stack =
        deploy(
            config ->
                config
                    .putDefaultTags("cost-center", "42")
                    .setAssumeRole(
                        AssumeRole.newBuilder()
                            .setRoleArn("arn:aws:iam::123456789012:role/deployer")
                            .setExternalId("ext")
                            .putSessionTags("team", "shop")));

    assertThat(stack.provider().inputs())
        .containsEntry("defaultTags", "{\"tags\":{\"cost-center\":\"42\"}}")
        .containsEntry(
            "assumeRole",
            "{\"externalId\":\"ext\",\"roleArn\":\"arn:aws:iam::123456789012:role/deployer\","
                + "\"tags\":{\"team\":\"shop\"}}");
  }

  @Test
  void are_used_by_both_resources() {
    MockedStack stack = deploy(config -> config.setRegion("eu-west-1"));

    assertThat(stack.function().provider()).contains("pulumi:providers:aws::aws-eu-west-1::");
    assertThat(stack.logGroup().provider()).isEqualTo(stack.function().provider());
  }

  @Test
  void work_with_a_region_alone_and_ambient_credentials() {
    assertThat(deploy(config -> config.setRegion("eu-west-1")).provider().inputs())
        .containsEntry("region", "eu-west-1")
        .doesNotContainKeys("accessKey", "secretKey", "token", "allowedAccountIds");
  }

  @Test
  void keep_their_name_when_keys_are_rotated_or_an_account_is_added() {
    assertThat(
            deploy(config -> config.setRegion("eu-west-1").setAccessKeyId("A")).provider().name())
        .isEqualTo(
            deploy(config -> config.setRegion("eu-west-1").setAccountId("1")).provider().name())
        .isEqualTo("aws-eu-west-1");
  }

  private static void assertNoProvider(MockedStack stack) {
    assertThat(stack.all(MockedStack.PROVIDER)).isEmpty();
    assertThat(stack.function().provider()).isEmpty();
    assertThat(stack.logGroup().provider()).isEmpty();
  }

  private static MockedStack deploy(Consumer<AwsProviderConfig.Builder> change) {
    return MockedStack.deploy(
        AwsLambdaModule.of(StackInputs.withProvider(StackInputs.s3(), change)));
  }
}
