/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.Accounts.HandClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.State;

final class FunctionStatesTest {
  private final HandClock clock = new HandClock();
  @TempDir Path folder;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    lambda =
        LocalAccount.open(
                folder, Accounts.options().withClock(clock).withSettleTime(Duration.ofSeconds(2)))
            .lambda();
  }

  @Test
  void aNewFunctionIsPendingUntilItSettles() {
    var created = lambda.createFunction(orders().build());

    assertThat(created.state()).isEqualTo(State.PENDING);
    assertThat(created.stateReasonCodeAsString()).isEqualTo("Creating");
    assertThat(configuration().state()).isEqualTo(State.PENDING);
    clock.advance(Duration.ofSeconds(2));
    assertThat(configuration().state()).isEqualTo(State.ACTIVE);
    assertThat(configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
    assertThat(configuration().stateReason()).isNull();
  }

  @Test
  void anUpdateIsInProgressUntilItSettles() {
    settled();

    var updated = lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(9));

    assertThat(updated.state()).isEqualTo(State.ACTIVE);
    assertThat(updated.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
    assertThat(configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
    clock.advance(Duration.ofSeconds(2));
    assertThat(configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
  }

  @Test
  void aPendingFunctionRefusesUpdates() {
    lambda.createFunction(orders().build());

    assertThatThrownBy(
            () -> lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(9)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("The function is currently in the following state: Pending");
  }

  @Test
  void aFunctionRefusesUpdatesWhileOneIsInProgress() {
    settled();
    lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(9));

    assertThatThrownBy(
            () ->
                lambda.updateFunctionCode(
                    r -> r.functionName("orders").s3Bucket("artifacts").s3Key("new.zip")))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("An update is in progress for resource: " + Accounts.ARN);
    assertThatThrownBy(() -> lambda.publishVersion(r -> r.functionName("orders")))
        .isInstanceOf(ResourceConflictException.class);
  }

  @Test
  void withoutASettleTimeOnlyTheAnswerToTheCallShowsTheChange(@TempDir Path other) {
    LambdaClient quick = Accounts.open(other).lambda();

    var created = quick.createFunction(orders().build());

    assertThat(created.state()).isEqualTo(State.PENDING);
    assertThat(quick.getFunctionConfiguration(r -> r.functionName("orders")).state())
        .isEqualTo(State.ACTIVE);
  }

  @Test
  void timesAndRevisionsFollowEveryWrite() {
    var created = lambda.createFunction(orders().build());
    clock.advance(Duration.ofMinutes(1));

    var updated = lambda.updateFunctionConfiguration(r -> r.functionName("orders"));

    assertThat(created.lastModified()).isEqualTo("2026-11-23T12:00:00.042+0000");
    assertThat(updated.lastModified()).isEqualTo("2026-11-23T12:01:00.042+0000");
    assertThat(updated.revisionId()).isNotEqualTo(created.revisionId());
  }

  private void settled() {
    lambda.createFunction(orders().build());
    clock.advance(Duration.ofSeconds(2));
  }

  private FunctionConfiguration configuration() {
    return lambda.getFunction(r -> r.functionName("orders")).configuration();
  }
}
