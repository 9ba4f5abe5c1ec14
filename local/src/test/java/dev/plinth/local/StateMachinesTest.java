/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidLoggingConfigurationException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

final class StateMachinesTest {
  private static final String ARN = "arn:aws:states:eu-central-1:123456789012:stateMachine:orders";
  private static final String DEFINITION =
      "{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}";
  private static final String OTHER =
      "{\"StartAt\":\"End\",\"States\":{\"End\":{\"Type\":\"Succeed\"}}}";

  @TempDir Path folder;
  private LocalAccount account;
  private SfnClient states;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    states = account.client(SfnClient.class);
  }

  @Test
  void making_the_same_machine_again_is_no_failure() {
    create(machine -> {});
    create(machine -> machine.roleArn(Accounts.ROLE + "-2"));

    var machine = states.describeStateMachine(r -> r.stateMachineArn(ARN));
    assertThat(machine.roleArn()).isEqualTo(Accounts.ROLE);
    assertThat(machine.typeAsString()).isEqualTo("STANDARD");
    assertThat(machine.statusAsString()).isEqualTo("ACTIVE");
    assertThat(machine.loggingConfiguration().levelAsString()).isEqualTo("OFF");
    assertThatThrownBy(() -> create(m -> m.definition(OTHER)))
        .isInstanceOf(StateMachineAlreadyExistsException.class);
  }

  @Test
  void what_a_machine_demands() {
    assertThatThrownBy(() -> create(m -> m.name("a b"))).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> create(m -> m.definition("{}")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These required properties"
                + " are missing: [StartAt, States] at /'");
    assertThatThrownBy(() -> create(m -> m.definition("StartAt: Work")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("'INVALID_JSON_DESCRIPTION: The definition is no JSON object at /'");
    assertThatThrownBy(() -> create(m -> m.loggingConfiguration(l -> l.level("ALL"))))
        .isInstanceOf(InvalidLoggingConfigurationException.class);
  }

  @Test
  void versions_are_published_once_per_revision_and_go_with_the_machine() {
    create(machine -> {});
    String first =
        states.publishStateMachineVersion(r -> r.stateMachineArn(ARN)).stateMachineVersionArn();
    assertThat(
            states.publishStateMachineVersion(r -> r.stateMachineArn(ARN)).stateMachineVersionArn())
        .isEqualTo(first)
        .isEqualTo(ARN + ":1");

    states.updateStateMachine(r -> r.stateMachineArn(ARN).definition(OTHER).publish(true));

    assertThat(states.listStateMachineVersions(r -> r.stateMachineArn(ARN)).stateMachineVersions())
        .extracting(version -> version.stateMachineVersionArn())
        .containsExactly(ARN + ":2", ARN + ":1");
    assertThat(states.describeStateMachine(r -> r.stateMachineArn(first)).definition())
        .isEqualTo(DEFINITION);

    states.deleteStateMachine(r -> r.stateMachineArn(ARN));
    states.deleteStateMachine(r -> r.stateMachineArn(ARN));
    assertThat(account.isEmpty()).isTrue();
    assertThatThrownBy(() -> states.describeStateMachine(r -> r.stateMachineArn(ARN)))
        .isInstanceOf(StateMachineDoesNotExistException.class);
  }

  @Test
  void a_definition_is_validated_without_a_machine() {
    assertThat(
            states.validateStateMachineDefinition(r -> r.definition(DEFINITION)).resultAsString())
        .isEqualTo("OK");
    assertThat(states.validateStateMachineDefinition(r -> r.definition("{}")).diagnostics())
        .singleElement()
        .satisfies(each -> assertThat(each.code()).isEqualTo("SCHEMA_VALIDATION_FAILED"));
  }

  private void create(Consumer<CreateStateMachineRequest.Builder> change) {
    states.createStateMachine(
        machine -> {
          machine.name("orders").definition(DEFINITION).roleArn(Accounts.ROLE);
          change.accept(machine);
        });
  }
}
