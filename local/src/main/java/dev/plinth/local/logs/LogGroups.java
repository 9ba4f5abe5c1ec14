/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The log groups of the account, as documents on a shelf, and how requests name them. */
final class LogGroups {
  static final Pattern NAME = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");
  private static final int LONGEST_NAME = 512;
  private static final String ALL_STREAMS = ":*";

  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;

  LogGroups(AccountContext account, Shelf shelf, FolderLock lock) {
    this.account = account;
    this.shelf = shelf;
    this.lock = lock;
  }

  static Constraints nameConstraints(@Nullable String name) {
    return new Constraints()
        .required(name, "logGroupName")
        .length(name, "logGroupName", 1, LONGEST_NAME)
        .pattern(name, "logGroupName", NAME);
  }

  String arn(String name) {
    return account.arn("logs", "log-group:" + name);
  }

  /** The name in a log group's ARN, without the {@code :*} that stands for its streams. */
  String nameOfArn(@Nullable String arn) {
    String prefix = arn("");
    if (arn == null || !arn.startsWith(prefix) || arn.endsWith(ALL_STREAMS)) {
      throw LogsFault.invalidParameter(
          "The ARN '" + arn + "' is not one of a log group: expected " + arn("NAME"));
    }
    return arn.substring(prefix.length());
  }

  /** The name in an identifier, which is a name or an ARN. */
  String nameOfIdentifier(String identifier) {
    return identifier.startsWith("arn:") ? nameOfArn(identifier) : identifier;
  }

  Optional<StoredLogGroup> find(String name) {
    return shelf.read(name).map(StoredLogGroup::ofJson);
  }

  StoredLogGroup require(String name) {
    return find(name).orElseThrow(LogsFault::notFound);
  }

  void requireNew(String name) {
    if (shelf.contains(name)) {
      throw LogsFault.alreadyExists();
    }
  }

  NavigableSet<String> names(String from, String prefix) {
    return shelf.names(from, prefix);
  }

  void create(StoredLogGroup group) {
    lock.holding(
        () -> {
          requireNew(group.group().logGroupName());
          shelf.write(group.group().logGroupName(), group.toJson());
          return group;
        });
  }

  StoredLogGroup change(@Nullable String name, UnaryOperator<StoredLogGroup> change) {
    LogsFault.throwIfAny(nameConstraints(name));
    String valid = String.valueOf(name);
    return lock.holding(
        () -> {
          StoredLogGroup changed = change.apply(require(valid));
          checkTags(changed);
          shelf.write(valid, changed.toJson());
          return changed;
        });
  }

  void delete(@Nullable String name) {
    LogsFault.throwIfAny(nameConstraints(name));
    String valid = String.valueOf(name);
    lock.holding(
        () -> {
          StoredLogGroup group = require(valid);
          if (Boolean.TRUE.equals(group.group().deletionProtectionEnabled())) {
            throw LogsFault.validation(
                "The log group cannot be deleted while its deletion protection is enabled.");
          }
          shelf.delete(valid);
          return group;
        });
  }

  void checkTags(StoredLogGroup group) {
    if (group.tags().size() > AccountTags.MOST) {
      throw LogsFault.tooManyTags(arn(group.group().logGroupName()));
    }
    if (AccountTags.anyReserved(group.tags().keySet())) {
      throw LogsFault.invalidParameter(
          "aws: prefixed tag key names are not allowed for external use.");
    }
  }
}
