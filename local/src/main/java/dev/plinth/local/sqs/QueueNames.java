/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.account.AccountContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, URLs and ARNs of the queues of the account's region. */
public final class QueueNames {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo");
  static final String FIFO = ".fifo";

  private final AccountContext account;

  public QueueNames(AccountContext account) {
    this.account = account;
  }

  static boolean isName(@Nullable String name) {
    return name != null && NAME.matcher(name).matches();
  }

  static boolean isFifo(String name) {
    return name.endsWith(FIFO);
  }

  String url(String name) {
    return "https://sqs."
        + account.region()
        + "."
        + account.partition().dnsSuffix()
        + "/"
        + account.accountId()
        + "/"
        + name;
  }

  public String arn(String name) {
    return account.arn("sqs", name);
  }

  /** The name in a URL, which is its last part. */
  static String nameOfUrl(@Nullable String url) {
    if (url == null || url.indexOf('/') < 0) {
      throw SqsFault.invalidParameter("The address " + url + " is not valid for this endpoint.");
    }
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** The name in the ARN of a queue of this account and region. */
  public Optional<String> nameOfArn(String arn) {
    String prefix = arn("");
    return arn.startsWith(prefix) ? Optional.of(arn.substring(prefix.length())) : Optional.empty();
  }
}
