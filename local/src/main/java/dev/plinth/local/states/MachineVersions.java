/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.states;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;

/** The published versions of the state machines: unchanging copies, numbered from 1. */
final class MachineVersions {
  private final AccountContext account;
  private final StateMachines machines;
  private final Stock<DescribeStateMachineResponse> stock;

  MachineVersions(
      AccountContext account, StateMachines machines, Stock<DescribeStateMachineResponse> stock) {
    this.account = account;
    this.machines = machines;
    this.stock = stock;
  }

  /** Publishes a machine as it is; a revision that is published already has its version. */
  DescribeStateMachineResponse publish(
      DescribeStateMachineResponse machine, @Nullable String description) {
    List<DescribeStateMachineResponse> present = newestFirst(machine.stateMachineArn());
    Optional<DescribeStateMachineResponse> same =
        present.stream()
            .filter(version -> version.revisionId().equals(machine.revisionId()))
            .findFirst();
    return same.orElseGet(() -> publish(machine, description, present));
  }

  private DescribeStateMachineResponse publish(
      DescribeStateMachineResponse machine,
      @Nullable String description,
      List<DescribeStateMachineResponse> present) {
    int number = present.isEmpty() ? 1 : number(present.get(0)) + 1;
    String arn = machine.stateMachineArn() + ":" + number;
    DescribeStateMachineResponse version =
        machine.copy(
            builder ->
                builder
                    .stateMachineArn(arn)
                    .description(description)
                    .creationDate(Instant.ofEpochMilli(account.now())));
    Stored<DescribeStateMachineResponse> stored = new Stored<>(version, Map.of());
    stock.put(machines.name(arn), () -> stored, any -> any);
    return version;
  }

  Optional<DescribeStateMachineResponse> find(@Nullable String arn) {
    return stock.find(machines.name(arn)).map(Stored::model);
  }

  ListStateMachineVersionsResponse list(@Nullable String machineArn) {
    return ListStateMachineVersionsResponse.builder()
        .stateMachineVersions(
            newestFirst(machineArn).stream()
                .map(
                    version ->
                        StateMachineVersionListItem.builder()
                            .stateMachineVersionArn(version.stateMachineArn())
                            .creationDate(version.creationDate())
                            .build())
                .toList())
        .build();
  }

  void delete(@Nullable String arn) {
    stock.delete(machines.name(arn));
  }

  void deleteAllOf(@Nullable String machineArn) {
    newestFirst(machineArn).forEach(version -> delete(version.stateMachineArn()));
  }

  private List<DescribeStateMachineResponse> newestFirst(@Nullable String machineArn) {
    return stock.all(machines.name(machineArn) + ":").stream()
        .sorted(Comparator.comparingInt(MachineVersions::number).reversed())
        .toList();
  }

  private static int number(DescribeStateMachineResponse version) {
    String arn = version.stateMachineArn();
    return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
  }
}
