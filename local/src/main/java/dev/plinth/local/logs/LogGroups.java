/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** The log groups of the account, and how requests name them. */
final class LogGroups {
  static final Pattern NAME = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");
  private static final int LONGEST_NAME = 512;
  private static final String ALL_STREAMS = ":*";

  private final AccountContext account;
  private final Stock<LogGroup> stock;

  LogGroups(AccountContext account, Stock<LogGroup> stock) {
    this.account = account;
    this.stock = stock;
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

  Optional<Stored<LogGroup>> find(String name) {
    return stock.find(name);
  }

  Stored<LogGroup> require(String name) {
    return find(name).orElseThrow(LogsFault::notFound);
  }

  void requireNew(String name) {
    if (stock.contains(name)) {
      throw LogsFault.alreadyExists();
    }
  }

  NavigableSet<String> names(String from, String prefix) {
    return stock.names(from, prefix);
  }

  void create(Stored<LogGroup> group) {
    stock.create(group.model().logGroupName(), group, LogsFault::alreadyExists);
  }

  void change(@Nullable String name, UnaryOperator<Stored<LogGroup>> change) {
    LogsFault.throwIfAny(nameConstraints(name));
    stock.change(
        String.valueOf(name),
        LogsFault::notFound,
        group -> {
          Stored<LogGroup> changed = change.apply(group);
          checkTags(changed);
          return changed;
        });
  }

  void delete(@Nullable String name) {
    LogsFault.throwIfAny(nameConstraints(name));
    String valid = String.valueOf(name);
    if (Boolean.TRUE.equals(require(valid).model().deletionProtectionEnabled())) {
      throw LogsFault.validation(
          "The log group cannot be deleted while its deletion protection is enabled.");
    }
    stock.delete(valid);
  }

  void checkTags(Stored<LogGroup> group) {
    if (group.tags().size() > AccountTags.MOST) {
      throw LogsFault.tooManyTags(arn(group.model().logGroupName()));
    }
    if (AccountTags.anyReserved(group.tags().keySet())) {
      throw LogsFault.invalidParameter(
          "aws: prefixed tag key names are not allowed for external use.");
    }
  }
}
