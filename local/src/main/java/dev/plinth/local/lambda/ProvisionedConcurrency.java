/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;

/** Environments that versions and aliases keep ready; they are part of what is reserved. */
final class ProvisionedConcurrency {
  private final AccountContext account;
  private final Functions functions;
  private final ReservedConcurrency reservations;
  private final Stock<ProvisionedConcurrencyConfigListItem> stock;

  ProvisionedConcurrency(
      Functions functions,
      ReservedConcurrency reservations,
      Stock<ProvisionedConcurrencyConfigListItem> stock) {
    this.account = functions.account();
    this.functions = functions;
    this.reservations = reservations;
    this.stock = stock;
  }

  PutProvisionedConcurrencyConfigResponse put(PutProvisionedConcurrencyConfigRequest request) {
    Integer wanted = request.provisionedConcurrentExecutions();
    LambdaFault.throwIfAny(
        new Constraints()
            .required(wanted, "provisionedConcurrentExecutions")
            .range(wanted, "provisionedConcurrentExecutions", 1, Integer.MAX_VALUE)
            .required(request.qualifier(), "qualifier"));
    FunctionName name = name(request.functionName(), request.qualifier());
    functions.requireQualified(name);
    requireRoom(functions.require(name), name, wanted);
    Stored<ProvisionedConcurrencyConfigListItem> stored =
        new Stored<>(config(name, wanted), Map.of());
    stock.put(name.key(), () -> stored, before -> stored);
    return SdkFields.copy(
        stored.model(),
        PutProvisionedConcurrencyConfigResponse.builder(),
        PutProvisionedConcurrencyConfigResponse.class);
  }

  GetProvisionedConcurrencyConfigResponse get(GetProvisionedConcurrencyConfigRequest request) {
    FunctionName name = name(request.functionName(), request.qualifier());
    functions.requireQualified(name);
    ProvisionedConcurrencyConfigListItem found =
        stock.find(name.key()).orElseThrow(LambdaFault::noProvisionedConcurrency).model();
    return SdkFields.copy(
        seen(found),
        GetProvisionedConcurrencyConfigResponse.builder(),
        GetProvisionedConcurrencyConfigResponse.class);
  }

  /** That there is none is fine with Lambda. */
  void delete(DeleteProvisionedConcurrencyConfigRequest request) {
    FunctionName name = name(request.functionName(), request.qualifier());
    functions.requireQualified(name);
    stock.delete(name.key());
  }

  private ProvisionedConcurrencyConfigListItem config(FunctionName name, int wanted) {
    return ProvisionedConcurrencyConfigListItem.builder()
        .functionArn(name.qualifiedArn(account))
        .requestedProvisionedConcurrentExecutions(wanted)
        .availableProvisionedConcurrentExecutions(0)
        .allocatedProvisionedConcurrentExecutions(0)
        .status(ProvisionedConcurrencyStatusEnum.IN_PROGRESS)
        .lastModified(FunctionView.time(account.now()))
        .build();
  }

  /** Allocation takes as long as everything that takes time here. */
  private ProvisionedConcurrencyConfigListItem seen(ProvisionedConcurrencyConfigListItem stored) {
    long since = FunctionView.millis(stored.lastModified());
    if (account.now() < since + account.settleTime().toMillis()) {
      return stored;
    }
    int allocated = stored.requestedProvisionedConcurrentExecutions();
    return stored.toBuilder()
        .availableProvisionedConcurrentExecutions(allocated)
        .allocatedProvisionedConcurrentExecutions(allocated)
        .status(ProvisionedConcurrencyStatusEnum.READY)
        .build();
  }

  private void requireRoom(StoredFunction function, FunctionName name, int wanted) {
    int others =
        stock.names("", name.name() + ":").stream()
            .filter(key -> !key.equals(name.key()))
            .flatMap(key -> stock.find(key).stream())
            .mapToInt(each -> each.model().requestedProvisionedConcurrentExecutions())
            .sum();
    int room = function.reservedConcurrency().orElseGet(reservations::unreserved);
    if (others + wanted > room) {
      throw LambdaFault.invalidParameter(
          function.reservedConcurrency().isPresent()
              ? "Requested Provisioned Concurrency should not be greater than the"
                  + " reservedConcurrentExecution for function"
              : "Specified ConcurrentExecutions for function is greater than account's unreserved"
                  + " concurrency ["
                  + room
                  + "].");
    }
  }

  private FunctionName name(@Nullable String functionName, @Nullable String qualifier) {
    FunctionName name = FunctionName.of(account, functionName, qualifier);
    if (name.qualifier().filter(FunctionName.LATEST::equals).isPresent()) {
      throw LambdaFault.invalidParameter(
          "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
    }
    return name;
  }
}
