/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The functions of the account, as documents on a shelf. */
final class Functions {
  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;

  Functions(AccountContext account, Shelf shelf, FolderLock lock) {
    this.account = account;
    this.shelf = shelf;
    this.lock = lock;
  }

  AccountContext account() {
    return account;
  }

  boolean exists(String name) {
    return shelf.contains(name);
  }

  Optional<StoredFunction> find(String name) {
    return shelf.read(name).map(StoredFunctionJson::read);
  }

  /** The function, or AWS's refusal when it is not there. */
  StoredFunction require(FunctionName name) {
    return find(name.name())
        .orElseThrow(() -> LambdaFault.functionNotFound(name.qualifiedArn(account)));
  }

  /** The version that the qualifier names, {@code $LATEST} without one, or AWS's refusal. */
  Revision requireRevision(StoredFunction function, FunctionName name) {
    return function
        .version(name.qualifier().orElse(FunctionName.LATEST))
        .orElseThrow(() -> LambdaFault.functionNotFound(name.qualifiedArn(account)));
  }

  /** The names from {@code from} on, sorted. */
  NavigableSet<String> names(String from) {
    return shelf.names(from, "");
  }

  /** Runs a change while nothing else changes the account. */
  <T> T changing(Supplier<T> change) {
    return lock.holding(change);
  }

  /** Reads a function, changes it and writes it back, with nothing in between. */
  StoredFunction change(FunctionName name, UnaryOperator<StoredFunction> change) {
    return changing(
        () -> {
          StoredFunction changed = change.apply(require(name));
          write(changed);
          return changed;
        });
  }

  void write(StoredFunction function) {
    shelf.write(function.name(), StoredFunctionJson.write(function));
  }

  void delete(String name) {
    shelf.delete(name);
  }

  /** Refuses while a creation or an update is under way, as AWS does. */
  void requireIdle(StoredFunction function) {
    Settling settling = function.latest().settling();
    if (settling.isOver(account.now())) {
      return;
    }
    if (settling.kind() == Settling.Kind.CREATING) {
      throw LambdaFault.conflict(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: Pending");
    }
    throw LambdaFault.conflict(
        "The operation cannot be performed at this time. An update is in progress for resource: "
            + FunctionName.arn(account, function.name()));
  }
}
