/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void are_the_same_six_on_every_resource() {
    MockedStack stack =
        MockedStack.deploy(
            AwsLambdaModule.of(
                StackInputs.withMetadata(
                    metadata -> metadata.setOrg("acme").setEnv("prod").setId("awslam-1"))));

    assertThat(stack.function().inputs().get("tags"))
        .isEqualTo(
            Map.of(
                "resource", "true",
                "organization", "acme",
                "environment", "prod",
                "resource-kind", "AwsLambda",
                "resource-id", "awslam-1",
                "name", "orders"));
    assertThat(stack.logGroup().inputs())
        .containsEntry("tags", stack.function().inputs().get("tags"));
  }

  @Test
  void leave_out_the_one_whose_metadata_is_empty() {
    assertThat(tags(metadata -> {}).values())
        .containsOnlyKeys("resource", "resource-kind", "name")
        .doesNotContainValue("");
  }

  @Test
  void take_in_labels() {
    assertThat(tags(metadata -> metadata.putLabels("team", "payments")).values())
        .containsEntry("team", "payments");
  }

  @Test
  void are_never_overridden_by_labels() {
    Tags tags = tags(metadata -> metadata.setOrg("acme").putLabels("organization", "other"));

    assertThat(tags.values()).containsEntry("organization", "acme");
    assertThat(tags.warnings())
        .containsExactly(
            "orders: metadata.labels asks for the tag organization, which is already taken; the tag stays as it is.");
  }

  @Test
  void are_not_forged_by_labels_where_the_metadata_is_empty() {
    Tags tags = tags(metadata -> metadata.putLabels("organization", "other"));

    assertThat(tags.values()).doesNotContainKey("organization");
    assertThat(tags.warnings())
        .containsExactly(
            "orders: metadata.labels asks for the tag organization, which is already reserved; the tag stays as it is.");
  }

  @Test
  void say_nothing_of_a_label_that_agrees() {
    assertThat(
            tags(metadata -> metadata.setEnv("prod").putLabels("environment", "prod")).warnings())
        .isEmpty();
  }

  @Test
  void take_in_metadata_tags_as_key_and_value_or_as_a_bare_key() {
    assertThat(tags(metadata -> metadata.addTags("cost=42=x").addTags("audited")).values())
        .containsEntry("cost", "42=x")
        .containsEntry("audited", "");
  }

  @Test
  void prefer_labels_to_metadata_tags() {
    Tags tags = tags(metadata -> metadata.putLabels("team", "payments").addTags("team=other"));

    assertThat(tags.values()).containsEntry("team", "payments");
    assertThat(tags.warnings()).hasSize(1).first().asString().contains("metadata.tags");
  }

  private static Tags tags(Consumer<CloudResourceMetadata.Builder> change) {
    return Tags.of("AwsLambda", StackInputs.withMetadata(change).getTarget().getMetadata());
  }
}
