/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccessDeniedException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ValidationException;

final class LogGroupsTest {
  private static final String NAME = "/aws/lambda/orders";
  private static final String ARN =
      "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/orders";
  private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1";

  @TempDir Path folder;
  private CloudWatchLogsClient logs;

  @BeforeEach
  void open() {
    logs = LocalAccount.open(folder, Accounts.options().withClock(new Accounts.HandClock())).logs();
  }

  @Test
  void aNewGroupNeverForgetsAndHasBothArns() {
    logs.createLogGroup(r -> r.logGroupName(NAME));

    LogGroup group = group(NAME);
    assertThat(group.arn()).isEqualTo(ARN + ":*");
    assertThat(group.logGroupArn()).isEqualTo(ARN);
    assertThat(group.retentionInDays()).isNull();
    assertThat(group.kmsKeyId()).isNull();
    assertThat(group.logGroupClassAsString()).isEqualTo("STANDARD");
    assertThat(group.creationTime()).isEqualTo(Accounts.NOON.toEpochMilli());
    assertThat(group.storedBytes()).isZero();
  }

  @Test
  void aNameIsTakenOnlyOnce() {
    logs.createLogGroup(r -> r.logGroupName(NAME));

    assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName(NAME)))
        .isInstanceOfSatisfying(
            ResourceAlreadyExistsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode())
                  .isEqualTo("ResourceAlreadyExistsException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The specified log group already exists");
            });
  }

  @Test
  void aMissingGroupIsNotFoundByAnyCall() {
    List<Runnable> calls =
        List.of(
            () -> logs.deleteLogGroup(r -> r.logGroupName(NAME)),
            () -> logs.putRetentionPolicy(r -> r.logGroupName(NAME).retentionInDays(7)),
            () -> logs.deleteRetentionPolicy(r -> r.logGroupName(NAME)),
            () -> logs.associateKmsKey(r -> r.logGroupName(NAME).kmsKeyId(KEY)),
            () -> logs.disassociateKmsKey(r -> r.logGroupName(NAME)),
            () -> logs.tagResource(r -> r.resourceArn(ARN).tags(Map.of("a", "b"))),
            () -> logs.listTagsForResource(r -> r.resourceArn(ARN)));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("The specified log group does not exist."));
    assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix(NAME)).logGroups()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "colon:", "star*", ""})
  void aNameHasAShape(String name) {
    assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName(name)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Value '" + name + "' at 'logGroupName' failed to satisfy");
  }

  @Test
  void aNameHasAtMost512Characters() {
    logs.createLogGroup(r -> r.logGroupName("n".repeat(512)));

    assertThat(group("n".repeat(512)).arn()).endsWith("n:*");
    assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName("n".repeat(513))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void namesThatDifferByCaseAreDifferentGroups() {
    logs.createLogGroup(r -> r.logGroupName("orders"));
    logs.createLogGroup(r -> r.logGroupName("Orders"));

    logs.deleteLogGroup(r -> r.logGroupName("orders"));

    assertThat(names("O")).containsExactly("Orders");
  }

  @Test
  void retentionIsSetChangedAndRemoved() {
    logs.createLogGroup(r -> r.logGroupName(NAME));

    logs.putRetentionPolicy(r -> r.logGroupName(NAME).retentionInDays(7));
    assertThat(group(NAME).retentionInDays()).isEqualTo(7);

    logs.deleteRetentionPolicy(r -> r.logGroupName(NAME));
    assertThat(group(NAME).retentionInDays()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 10, 31, 3654})
  void retentionTakesOnlyTheValuesOfCloudWatch(int days) {
    logs.createLogGroup(r -> r.logGroupName(NAME));

    assertThatThrownBy(
            () -> logs.putRetentionPolicy(r -> r.logGroupName(NAME).retentionInDays(days)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "Value '"
                + days
                + "' at 'retentionInDays' failed to satisfy constraint: Member must"
                + " satisfy enum value set: [1, 3, 5, 7, 14, 30,");
  }

  @Test
  void aKeyIsAssociatedAndDisassociated() {
    logs.createLogGroup(r -> r.logGroupName(NAME).kmsKeyId(KEY));
    assertThat(group(NAME).kmsKeyId()).isEqualTo(KEY);

    logs.disassociateKmsKey(r -> r.logGroupName(NAME));
    assertThat(group(NAME).kmsKeyId()).isNull();

    logs.associateKmsKey(r -> r.resourceIdentifier(ARN).kmsKeyId(KEY));
    assertThat(group(NAME).kmsKeyId()).isEqualTo(KEY);
  }

  @Test
  void aStrictAccountKnowsNoOtherKeysThanTheDeclaredOnes(@TempDir Path other) {
    var strict = Accounts.strict(other).logs();

    assertThatThrownBy(() -> strict.createLogGroup(r -> r.logGroupName(NAME).kmsKeyId(KEY)))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining(
            "The specified KMS key does not exist or is not allowed to be used with Arn '" + ARN);
  }

  @Test
  void tagsAreGivenAtCreationAndChangedByArn() {
    logs.createLogGroup(r -> r.logGroupName(NAME).tags(Map.of("a", "1", "b", "1")));
    logs.tagResource(r -> r.resourceArn(ARN).tags(Map.of("b", "2")));
    logs.untagResource(r -> r.resourceArn(ARN).tagKeys("a"));

    assertThat(logs.listTagsForResource(r -> r.resourceArn(ARN)).tags())
        .containsExactly(Map.entry("b", "2"));
  }

  @Test
  void tagsAreNotFoundUnderTheArnOfTheStreams() {
    logs.createLogGroup(r -> r.logGroupName(NAME));

    assertThatThrownBy(() -> logs.listTagsForResource(r -> r.resourceArn(ARN + ":*")))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void groupsAreFoundByPrefixInPages() {
    for (int i = 0; i < 60; i++) {
      int number = 100 + i;
      logs.createLogGroup(r -> r.logGroupName("/shop/" + number));
    }
    logs.createLogGroup(r -> r.logGroupName("/other"));
    logs.createLogGroup(r -> r.logGroupName("/shopping"));

    var first = logs.describeLogGroups(r -> r.logGroupNamePrefix("/shop/"));

    assertThat(first.logGroups()).hasSize(50);
    assertThat(first.nextToken()).isNotNull();
    assertThat(names("/shop/")).hasSize(60).isSorted();
    assertThat(names("/shopp")).containsExactly("/shopping");
  }

  @Test
  void groupsAreFoundByAnyPartOfTheName() {
    logs.createLogGroup(r -> r.logGroupName("/aws/lambda/orders"));
    logs.createLogGroup(r -> r.logGroupName("/aws/lambda/bills"));

    assertThat(logs.describeLogGroups(r -> r.logGroupNamePattern("ord")).logGroups())
        .extracting(LogGroup::logGroupName)
        .containsExactly("/aws/lambda/orders");
    assertThatThrownBy(
            () -> logs.describeLogGroups(r -> r.logGroupNamePattern("o").logGroupNamePrefix("/")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("mutually exclusive");
  }

  @Test
  void aPageHasAtMost50Groups() {
    assertThatThrownBy(() -> logs.describeLogGroups(r -> r.limit(51)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Value '51' at 'limit'");
  }

  @Test
  void theClassIsKeptAndDeliveryHasItsOwnRetention() {
    logs.createLogGroup(r -> r.logGroupName("rare").logGroupClass("INFREQUENT_ACCESS"));
    logs.createLogGroup(r -> r.logGroupName("stream").logGroupClass("DELIVERY"));

    logs.putRetentionPolicy(r -> r.logGroupName("stream").retentionInDays(7));

    assertThat(group("rare").logGroupClassAsString()).isEqualTo("INFREQUENT_ACCESS");
    assertThat(group("stream").retentionInDays()).isNull();
  }

  @Test
  void aProtectedGroupIsNotDeleted() {
    logs.createLogGroup(r -> r.logGroupName(NAME).deletionProtectionEnabled(true));
    assertThatThrownBy(() -> logs.deleteLogGroup(r -> r.logGroupName(NAME)))
        .isInstanceOf(ValidationException.class);

    logs.putLogGroupDeletionProtection(
        r -> r.logGroupIdentifier(ARN).deletionProtectionEnabled(false));
    logs.deleteLogGroup(r -> r.logGroupName(NAME));

    assertThat(names("/")).isEmpty();
  }

  private LogGroup group(String name) {
    return logs.describeLogGroups(r -> r.logGroupNamePrefix(name)).logGroups().get(0);
  }

  private List<String> names(String prefix) {
    return logs.describeLogGroupsPaginator(r -> r.logGroupNamePrefix(prefix)).logGroups().stream()
        .map(LogGroup::logGroupName)
        .toList();
  }
}
