/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.Concurrency;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** GetFunction, GetFunctionConfiguration and ListFunctions. */
final class FunctionReads {
  private final AccountContext account;
  private final Functions functions;
  private final FunctionView view;

  FunctionReads(Functions functions, FunctionView view) {
    this.account = functions.account();
    this.functions = functions;
    this.view = view;
  }

  GetFunctionResponse get(GetFunctionRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    StoredFunction function = functions.require(name);
    Revision revision = functions.requireRevision(function, name);
    boolean qualified = name.qualifier().isPresent();
    GetFunctionResponse.Builder response =
        GetFunctionResponse.builder()
            .configuration(asAskedFor(name, view.read(revision, qualified)))
            .code(view.code(revision));
    if (!qualified) {
      function
          .reservedConcurrency()
          .ifPresent(
              reserved ->
                  response.concurrency(
                      Concurrency.builder().reservedConcurrentExecutions(reserved).build()));
      if (!function.tags().isEmpty()) {
        response.tags(function.tags());
      }
    }
    return response.build();
  }

  FunctionConfiguration configuration(GetFunctionConfigurationRequest request) {
    FunctionName name = FunctionName.of(account, request.functionName(), request.qualifier());
    Revision revision = functions.requireRevision(functions.require(name), name);
    return asAskedFor(name, view.read(revision, name.qualifier().isPresent()));
  }

  /** What an alias refers to is shown under the alias's ARN. */
  private FunctionConfiguration asAskedFor(FunctionName name, FunctionConfiguration shown) {
    return shown.toBuilder().functionArn(name.qualifiedArn(account)).build();
  }

  ListFunctionsResponse list(ListFunctionsRequest request) {
    LambdaFault.throwIfAny(
        new Constraints()
            .oneOf(request.functionVersionAsString(), "functionVersion", List.of("ALL")));
    if (request.masterRegion() != null) {
      // Only replicas of Lambda@Edge have a master in another region, and there are none here.
      return ListFunctionsResponse.builder().functions(List.of()).build();
    }
    Page page = Page.of(request.marker(), request.maxItems());
    boolean versions = request.functionVersionAsString() != null;
    List<FunctionConfiguration> found = new ArrayList<>();
    for (String name : functions.names(page.name())) {
      Optional<StoredFunction> function = functions.find(name);
      if (function.isEmpty()) {
        continue;
      }
      List<Revision> revisions =
          versions ? function.get().revisions() : List.of(function.get().latest());
      for (int i = name.equals(page.name()) ? page.index() : 0; i < revisions.size(); i++) {
        if (found.size() == page.size()) {
          return ListFunctionsResponse.builder()
              .functions(found)
              .nextMarker(Page.marker(name, i))
              .build();
        }
        found.add(view.listed(revisions.get(i), versions));
      }
    }
    return ListFunctionsResponse.builder().functions(found).build();
  }
}
