/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import dev.plinth.local.store.Stock;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

/** The functions of the account, as documents on a shelf. */
final class Functions {
  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;
  private final Stock<AliasConfiguration> aliases;

  Functions(
      AccountContext account, Shelf shelf, FolderLock lock, Stock<AliasConfiguration> aliases) {
    this.account = account;
    this.shelf = shelf;
    this.lock = lock;
    this.aliases = aliases;
  }

  AccountContext account() {
    return account;
  }

  /** By {@code FUNCTION:ALIAS}. */
  Stock<AliasConfiguration> aliases() {
    return aliases;
  }

  List<String> arns() {
    return shelf.names().stream().map(name -> FunctionName.arn(account, name)).toList();
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

  /**
   * The version that the qualifier names, or that the alias of that name refers to, {@code $LATEST}
   * without one, or AWS's refusal.
   */
  Revision requireRevision(StoredFunction function, FunctionName name) {
    return function
        .version(name.qualifier().orElse(FunctionName.LATEST))
        .or(() -> aliased(function, name))
        .orElseThrow(() -> LambdaFault.functionNotFound(name.qualifiedArn(account)));
  }

  private Optional<Revision> aliased(StoredFunction function, FunctionName name) {
    return aliases
        .find(name.key())
        .flatMap(alias -> function.version(alias.model().functionVersion()));
  }

  /** Whether there is a function of a name, or a version or alias of {@code NAME:QUALIFIER}. */
  boolean isThere(String qualified) {
    int colon = qualified.indexOf(':');
    FunctionName name =
        colon < 0
            ? new FunctionName(qualified, Optional.empty())
            : new FunctionName(
                qualified.substring(0, colon), Optional.of(qualified.substring(colon + 1)));
    return find(name.name())
        .flatMap(
            function ->
                function
                    .version(name.qualifier().orElse(FunctionName.LATEST))
                    .or(() -> aliased(function, name)))
        .isPresent();
  }

  /** Makes sure that a function, and the version or alias that the qualifier names, exist. */
  void requireQualified(FunctionName name) {
    requireRevision(require(name), name);
  }

  /** How many seconds an invocation of a function, or of a version or alias of it, may take. */
  int timeout(FunctionName name) {
    return requireRevision(require(name), name).configuration().timeout();
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
