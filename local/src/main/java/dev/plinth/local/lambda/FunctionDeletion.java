/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;

/** DeleteFunction: a function with all that belongs to it, or one published version. */
final class FunctionDeletion {
  private final Functions functions;
  private final ReservedConcurrency reservations;
  private final CodeStore codeStore;
  private final List<FunctionDependent> dependents;

  FunctionDeletion(
      Functions functions,
      ReservedConcurrency reservations,
      CodeStore codeStore,
      List<FunctionDependent> dependents) {
    this.functions = functions;
    this.reservations = reservations;
    this.codeStore = codeStore;
    this.dependents = List.copyOf(dependents);
  }

  void delete(DeleteFunctionRequest request) {
    FunctionName name =
        FunctionName.of(functions.account(), request.functionName(), request.qualifier());
    functions.changing(
        () -> {
          StoredFunction function =
              functions.require(new FunctionName(name.name(), Optional.empty()));
          if (name.qualifier().isPresent()) {
            deleteVersion(function, name.qualifier().get());
          } else {
            deleteFunction(function);
          }
          return function;
        });
  }

  private void deleteFunction(StoredFunction function) {
    functions.delete(function.name());
    dependents.forEach(each -> each.functionDeleted(function.name()));
    reservations.release(function.name());
    function.revisions().stream()
        .flatMap(each -> each.zip().stream())
        .distinct()
        .forEach(zip -> codeStore.release(zip, function.name()));
  }

  private void deleteVersion(StoredFunction function, String version) {
    if (version.equals(FunctionName.LATEST)) {
      throw LambdaFault.invalidParameter(
          "$LATEST version cannot be deleted without deleting the function.");
    }
    dependents.forEach(each -> each.requireVersionFree(function.name(), version));
    List<Revision> rest =
        function.versions().stream()
            .filter(each -> !each.configuration().version().equals(version))
            .toList();
    StoredFunction remaining = function.withVersions(rest, function.lastVersion());
    functions.write(remaining);
    dependents.forEach(each -> each.qualifierDeleted(function.name(), version));
    function
        .version(version)
        .flatMap(Revision::zip)
        .filter(
            zip ->
                remaining.revisions().stream().noneMatch(each -> FunctionUpdates.uses(each, zip)))
        .ifPresent(zip -> codeStore.release(zip, function.name()));
  }
}
