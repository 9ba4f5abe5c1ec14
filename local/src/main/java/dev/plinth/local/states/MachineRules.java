/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.states;

import com.google.gson.Gson;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.JsonText;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.rules.asl.Problem;
import dev.plinth.rules.asl.StateMachineRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.EncryptionConfiguration;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;

/**
 * What Step Functions demands of a state machine.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</a>
 */
final class MachineRules {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_DEFINITION = 1_048_576;
  private static final Gson JSON = new Gson();

  /** What a name must not hold, beside control characters. */
  private static final String FORBIDDEN = " <>{}[]?*\"#%\\^|~`$&,;:/";

  private final Catalogue catalogue;

  MachineRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static void checkName(@Nullable String name) {
    StatesFault.throwIfAny(
        new Constraints().required(name, "name").length(name, "name", 1, LONGEST_NAME));
    String valid = String.valueOf(name);
    boolean forbidden =
        valid.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c));
    if (forbidden) {
      throw StatesFault.invalidName(valid);
    }
  }

  /** Checks a machine as it would be. */
  void check(DescribeStateMachineResponse machine, String call) {
    StatesFault.throwIfAny(
        new Constraints()
            .required(machine.definition(), "definition")
            .required(machine.roleArn(), "roleArn")
            .oneOf(machine.typeAsString(), "type", List.of("STANDARD", "EXPRESS")));
    definition(machine.definition());
    logging(machine.loggingConfiguration());
    encryption(machine.encryptionConfiguration(), call);
    if (!machine.roleArn().startsWith("arn:")) {
      throw StatesFault.invalidArn(machine.roleArn());
    }
    catalogue.require(
        ResourceKind.ROLE,
        machine.roleArn(),
        call,
        () ->
            StatesFault.accessDenied(
                "Neither the global service principal states.amazonaws.com, nor the regional one is"
                    + " authorized to assume the provided role."));
  }

  private static void definition(String definition) {
    if (definition.length() > LONGEST_DEFINITION) {
      throw StatesFault.validation(
          "The definition has at most " + LONGEST_DEFINITION + " characters.");
    }
    List<Problem> problems = problemsOf(definition);
    if (!problems.isEmpty()) {
      throw StatesFault.invalidDefinition(problems);
    }
  }

  /** What is wrong with a definition. */
  static List<Problem> problemsOf(String definition) {
    return StateMachineRules.problems(
        JsonText.parse(definition).map(json -> JSON.fromJson(json, Object.class)).orElse(null));
  }

  private static void logging(@Nullable LoggingConfiguration logging) {
    if (logging == null) {
      return;
    }
    StatesFault.throwIfAny(
        new Constraints()
            .oneOf(
                logging.levelAsString(),
                "loggingConfiguration.level",
                List.of("ALL", "ERROR", "FATAL", "OFF")));
    boolean on = logging.level() != null && !logging.levelAsString().equals("OFF");
    if (on && logging.destinations().isEmpty()) {
      throw StatesFault.invalidLogging("Must specify exactly one Log Destination");
    }
    logging
        .destinations()
        .forEach(
            destination -> {
              String arn =
                  destination.cloudWatchLogsLogGroup() == null
                      ? ""
                      : destination.cloudWatchLogsLogGroup().logGroupArn();
              if (!arn.startsWith("arn:") || !arn.endsWith(":*")) {
                throw StatesFault.invalidLogging("Log Destination must be a log group ARN with :*");
              }
            });
  }

  private void encryption(@Nullable EncryptionConfiguration encryption, String call) {
    if (encryption == null || "AWS_OWNED_KEY".equals(encryption.typeAsString())) {
      return;
    }
    if (encryption.kmsKeyId() == null) {
      throw StatesFault.validation("kmsKeyId is required with a customer managed key.");
    }
    StatesFault.throwIfAny(
        new Constraints()
            .range(
                encryption.kmsDataKeyReusePeriodSeconds(),
                "encryptionConfiguration.kmsDataKeyReusePeriodSeconds",
                60,
                900));
    catalogue.require(
        ResourceKind.KMS_KEY,
        encryption.kmsKeyId(),
        call,
        () -> StatesFault.validation("The KMS key " + encryption.kmsKeyId() + " is not found."));
  }
}
