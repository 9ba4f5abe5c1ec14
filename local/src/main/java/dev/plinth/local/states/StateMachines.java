/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.states;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.EncryptionConfiguration;
import software.amazon.awssdk.services.sfn.model.EncryptionType;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TracingConfiguration;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;

/** The account's state machines. */
final class StateMachines {
  private final AccountContext account;
  private final MachineRules rules;
  private final Stock<DescribeStateMachineResponse> stock;

  StateMachines(
      AccountContext account, MachineRules rules, Stock<DescribeStateMachineResponse> stock) {
    this.account = account;
    this.rules = rules;
    this.stock = stock;
  }

  String arn(String name) {
    return account.arn("states", "stateMachine:" + name);
  }

  /** The name in a machine's ARN. */
  String name(@Nullable String arn) {
    String prefix = arn("");
    if (arn == null || !arn.startsWith(prefix)) {
      throw StatesFault.invalidArn(String.valueOf(arn));
    }
    return arn.substring(prefix.length());
  }

  Stock<DescribeStateMachineResponse> stock() {
    return stock;
  }

  /**
   * Makes a machine. One that is there already and is the same but for its role and its tags is the
   * answer, as it stands: the call is idempotent.
   */
  DescribeStateMachineResponse create(CreateStateMachineRequest request) {
    MachineRules.checkName(request.name());
    Map<String, String> tags = tags(request.tags());
    checkTags(arn(request.name()), tags);
    DescribeStateMachineResponse asked = machine(request);
    rules.check(asked, "states:CreateStateMachine");
    return stock
        .put(
            request.name(),
            () -> new Stored<>(asked, tags),
            present -> {
              if (!isSame(present.model(), asked)) {
                throw StatesFault.exists(asked.stateMachineArn());
              }
              return present;
            })
        .model();
  }

  private DescribeStateMachineResponse machine(CreateStateMachineRequest request) {
    return SdkFields.copy(
            request, DescribeStateMachineResponse.builder(), DescribeStateMachineResponse.class)
        .copy(
            builder ->
                builder
                    .stateMachineArn(arn(request.name()))
                    .status(StateMachineStatus.ACTIVE)
                    .type(Optional.ofNullable(request.type()).orElse(StateMachineType.STANDARD))
                    .loggingConfiguration(logging(request.loggingConfiguration()))
                    .tracingConfiguration(tracing(request.tracingConfiguration()))
                    .encryptionConfiguration(encryption(request.encryptionConfiguration()))
                    .creationDate(Instant.ofEpochMilli(account.now()))
                    .revisionId(RequestId.next()));
  }

  private static LoggingConfiguration logging(@Nullable LoggingConfiguration asked) {
    return Optional.ofNullable(asked)
        .orElse(LoggingConfiguration.builder().level("OFF").includeExecutionData(false).build());
  }

  private static TracingConfiguration tracing(@Nullable TracingConfiguration asked) {
    return Optional.ofNullable(asked).orElse(TracingConfiguration.builder().enabled(false).build());
  }

  private static EncryptionConfiguration encryption(@Nullable EncryptionConfiguration asked) {
    return Optional.ofNullable(asked)
        .orElse(EncryptionConfiguration.builder().type(EncryptionType.AWS_OWNED_KEY).build());
  }

  private static boolean isSame(
      DescribeStateMachineResponse present, DescribeStateMachineResponse asked) {
    return present.definition().equals(asked.definition())
        && Objects.equals(present.typeAsString(), asked.typeAsString())
        && Objects.equals(present.loggingConfiguration(), asked.loggingConfiguration())
        && Objects.equals(present.tracingConfiguration(), asked.tracingConfiguration())
        && Objects.equals(present.encryptionConfiguration(), asked.encryptionConfiguration());
  }

  DescribeStateMachineResponse require(@Nullable String arn) {
    return stock
        .find(name(arn))
        .map(Stored::model)
        .orElseThrow(() -> StatesFault.noMachine(String.valueOf(arn)));
  }

  DescribeStateMachineResponse update(UpdateStateMachineRequest request) {
    boolean nothing =
        request.definition() == null
            && request.roleArn() == null
            && request.loggingConfiguration() == null
            && request.tracingConfiguration() == null
            && request.encryptionConfiguration() == null;
    if (nothing) {
      throw StatesFault.missing(
          "Either the definition, the role ARN, the LoggingConfiguration, the"
              + " EncryptionConfiguration or the TracingConfiguration must be specified");
    }
    return stock
        .change(
            name(request.stateMachineArn()),
            () -> StatesFault.noMachine(request.stateMachineArn()),
            stored -> stored.with(machine -> changed(machine, request)))
        .model();
  }

  private DescribeStateMachineResponse changed(
      DescribeStateMachineResponse machine, UpdateStateMachineRequest request) {
    DescribeStateMachineResponse changed =
        machine.copy(
            builder -> {
              builder.revisionId(RequestId.next());
              Optional.ofNullable(request.definition()).ifPresent(builder::definition);
              Optional.ofNullable(request.roleArn()).ifPresent(builder::roleArn);
              Optional.ofNullable(request.loggingConfiguration())
                  .ifPresent(builder::loggingConfiguration);
              Optional.ofNullable(request.tracingConfiguration())
                  .ifPresent(builder::tracingConfiguration);
              Optional.ofNullable(request.encryptionConfiguration())
                  .ifPresent(builder::encryptionConfiguration);
            });
    rules.check(changed, "states:UpdateStateMachine");
    return changed;
  }

  /** That a machine does not exist is no failure. */
  void delete(@Nullable String arn) {
    stock.delete(name(arn));
  }

  List<Tag> tagsOf(@Nullable String arn) {
    Map<String, String> tags = stock.find(tagged(arn)).map(Stored::tags).orElse(Map.of());
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  void tag(@Nullable String arn, List<Tag> added) {
    stock.changeTags(
        tagged(arn),
        () -> StatesFault.notFound(String.valueOf(arn)),
        present -> {
          Map<String, String> changed = AccountTags.merged(present, tags(added));
          checkTags(String.valueOf(arn), changed);
          return changed;
        });
  }

  void untag(@Nullable String arn, List<String> keys) {
    stock.changeTags(
        tagged(arn),
        () -> StatesFault.notFound(String.valueOf(arn)),
        present -> AccountTags.without(present, keys));
  }

  private String tagged(@Nullable String arn) {
    String name = name(arn);
    if (!stock.contains(name)) {
      throw StatesFault.notFound(String.valueOf(arn));
    }
    return name;
  }

  private static void checkTags(String arn, Map<String, String> tags) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, tags);
    StatesFault.throwIfAny(constraints);
    if (tags.size() > AccountTags.MOST) {
      throw StatesFault.tooManyTags(arn);
    }
  }

  private static Map<String, String> tags(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }
}
