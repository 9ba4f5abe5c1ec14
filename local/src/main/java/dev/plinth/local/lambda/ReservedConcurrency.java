/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.AppendLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/**
 * Reserved concurrency: a share of the account's concurrency for one function, of which 100 must be
 * left for the others. A log of the shares saves reading all functions for their sum.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">Reserved
 *     concurrency</a>
 */
final class ReservedConcurrency {
  static final int ACCOUNT_LIMIT = 1000;
  private static final int LEAST_UNRESERVED = 100;

  private final Functions functions;
  private final AppendLog log;
  private final Map<String, Integer> shares = new HashMap<>();
  private int reserved;

  ReservedConcurrency(Functions functions, AppendLog log) {
    this.functions = functions;
    this.log = log;
  }

  PutFunctionConcurrencyResponse put(PutFunctionConcurrencyRequest request) {
    Integer share = request.reservedConcurrentExecutions();
    LambdaFault.throwIfAny(
        new Constraints()
            .required(share, "reservedConcurrentExecutions")
            .range(share, "reservedConcurrentExecutions", 0, Integer.MAX_VALUE));
    FunctionName name = unqualified(request.functionName());
    functions.change(
        name,
        function -> {
          reserve(name.name(), share);
          return function.withReservedConcurrency(Optional.of(share));
        });
    return PutFunctionConcurrencyResponse.builder().reservedConcurrentExecutions(share).build();
  }

  GetFunctionConcurrencyResponse get(GetFunctionConcurrencyRequest request) {
    StoredFunction function = functions.require(unqualified(request.functionName()));
    return GetFunctionConcurrencyResponse.builder()
        .reservedConcurrentExecutions(function.reservedConcurrency().orElse(null))
        .build();
  }

  void delete(DeleteFunctionConcurrencyRequest request) {
    FunctionName name = unqualified(request.functionName());
    functions.change(
        name,
        function -> {
          release(name.name());
          return function.withReservedConcurrency(Optional.empty());
        });
  }

  /** Forgets a function's share; the caller holds the folder's lock. */
  synchronized void release(String name) {
    refresh();
    if (shares.containsKey(name)) {
      log.append(name + "=0");
    }
  }

  synchronized int unreserved() {
    refresh();
    return ACCOUNT_LIMIT - reserved;
  }

  private synchronized void reserve(String name, int share) {
    refresh();
    int others = reserved - shares.getOrDefault(name, 0);
    if (share > ACCOUNT_LIMIT - LEAST_UNRESERVED - others) {
      throw LambdaFault.invalidParameter(
          "Specified ReservedConcurrentExecutions for function decreases account's"
              + " UnreservedConcurrentExecution below its minimum value of ["
              + LEAST_UNRESERVED
              + "].");
    }
    log.append(name + "=" + share);
  }

  private void refresh() {
    for (String line : log.fresh()) {
      int equals = line.indexOf('=');
      String name = line.substring(0, equals);
      int share = Integer.parseInt(line.substring(equals + 1));
      Integer before = share == 0 ? shares.remove(name) : shares.put(name, share);
      reserved += share - (before == null ? 0 : before);
    }
  }

  private FunctionName unqualified(String text) {
    FunctionName name = FunctionName.of(functions.account(), text);
    if (name.qualifier().isPresent()) {
      throw LambdaFault.invalidParameter("This operation is permitted on Lambda functions only.");
    }
    return name;
  }
}
