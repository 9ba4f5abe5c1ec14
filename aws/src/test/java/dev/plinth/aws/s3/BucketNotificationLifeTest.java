/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** How a bucket comes to tell somebody, and what others configured stays. */
final class BucketNotificationLifeTest {
  private static final String TYPE = "aws:s3/bucketNotification:BucketNotification";
  private static final String BUCKET = "uploads";
  private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:";
  private static final String CREATED = "s3:ObjectCreated:*";

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
  void what_others_configured_is_kept_through_a_whole_life() {
    theirs("theirs", "reports/");

    Deployed ours = driver.create(TYPE, inputs("orders", "in/"));
    assertThat(told()).containsExactly("billing reports/", "orders in/");

    Deployed changed = driver.update(ours, inputs("orders", "inbox/"));
    assertThat(told()).containsExactly("billing reports/", "orders inbox/");

    driver.delete(changed);
    assertThat(told()).containsExactly("billing reports/");
    assertThat(writes()).isEqualTo(3);
  }

  @Test
  void what_others_configured_is_no_drift() {
    Deployed ours = driver.create(TYPE, inputs("orders", "in/"));
    theirs("theirs", "reports/");

    Deployed refreshed = driver.refresh(ours).orElseThrow();

    assertThat(refreshed.outputs()).isEqualTo(ours.outputs());
    assertThat(driver.diff(refreshed, inputs("orders", "in/")).detailed()).isEmpty();
  }

  @Test
  void keys_that_somebody_else_is_told_of_are_refused_before_anything_is_written() {
    theirs("theirs", "in/");

    assertThatThrownBy(() -> driver.create(TYPE, inputs("orders", "in/new/")))
        .hasMessageContaining("theirs")
        .hasMessageContaining("S3 tells only one");
    assertThat(told()).containsExactly("billing in/");
    assertThat(writes()).isZero();
  }

  @Test
  void an_id_that_somebody_else_uses_is_refused() {
    theirs("ours", "reports/");
    PropertyMap inputs = inputs(told("orders", "in/").with("id", PropertyValue.of("ours")));

    assertThatThrownBy(() -> driver.create(TYPE, inputs)).hasMessageContaining("with the id ours");
  }

  @Test
  void one_resource_that_tells_two_of_the_same_keys_is_refused_in_the_preview() {
    PropertyMap inputs = inputs(told("orders", "in/"), told("billing", "in/new/"));

    assertThat(driver.check(TYPE, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.reason()).contains("S3 tells only one"));
  }

  @Test
  void a_permission_that_s3_does_not_see_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "putBucketNotificationConfiguration",
            refusal(
                400,
                "InvalidArgument",
                "Unable to validate the following destination configurations"),
            3);

    assertThat(driver.create(TYPE, inputs("orders", "in/")).id()).isEqualTo(BUCKET);
  }

  @Test
  void resources_that_meet_on_one_bucket_take_turns() {
    IntStream.range(0, 8)
        .parallel()
        .forEach(i -> driver.create(TYPE, inputs("orders-" + i, "in/" + i + "/")));

    assertThat(told()).hasSize(8);
  }

  private void theirs(String id, String prefix) {
    FilterRule rule = FilterRule.builder().name("prefix").value(prefix).build();
    LambdaFunctionConfiguration theirs =
        LambdaFunctionConfiguration.builder()
            .id(id)
            .lambdaFunctionArn(ARN + "billing")
            .eventsWithStrings(CREATED)
            .filter(filter -> filter.key(key -> key.filterRules(rule)))
            .build();
    List<LambdaFunctionConfiguration> all =
        new ArrayList<>(
            aws.behind()
                .s3()
                .getBucketNotificationConfiguration(get -> get.bucket(BUCKET))
                .lambdaFunctionConfigurations());
    all.add(theirs);
    NotificationConfiguration whole =
        NotificationConfiguration.builder().lambdaFunctionConfigurations(all).build();
    aws.behind()
        .s3()
        .putBucketNotificationConfiguration(
            put -> put.bucket(BUCKET).notificationConfiguration(whole));
  }

  /** Which function is told of which prefix. */
  private List<String> told() {
    return aws
        .behind()
        .s3()
        .getBucketNotificationConfiguration(get -> get.bucket(BUCKET))
        .lambdaFunctionConfigurations()
        .stream()
        .map(
            each ->
                each.lambdaFunctionArn().substring(ARN.length())
                    + " "
                    + each.filter().key().filterRules().get(0).value())
        .sorted()
        .toList();
  }

  private static PropertyMap inputs(String function, String prefix) {
    return inputs(told(function, prefix));
  }

  private static PropertyMap inputs(PropertyMap... functions) {
    return PropertyMap.builder()
        .put("bucket", BUCKET)
        .put(
            "lambdaFunctions",
            PropertyValue.of(List.of(functions).stream().map(PropertyValue::of).toList()))
        .build();
  }

  private static PropertyMap told(String function, String prefix) {
    return PropertyMap.builder()
        .put("lambdaFunctionArn", ARN + function)
        .putTexts("events", List.of(CREATED))
        .put("filterPrefix", prefix)
        .build();
  }

  private long writes() {
    return aws.calls().names().stream()
        .filter("putBucketNotificationConfiguration"::equals)
        .count();
  }
}
