/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.Sha256;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, paths, ARNs and ids of the account's IAM resources. */
final class IamNames {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
  private static final Pattern PATH = Pattern.compile("(/)|(/[!-\\x7F]+/)");
  private static final int ID_LENGTH = 17;
  static final int LONGEST_ROLE = 64;
  static final int LONGEST_POLICY = 128;

  private final AccountContext account;

  IamNames(AccountContext account) {
    this.account = account;
  }

  static Constraints check(
      @Nullable String name, String member, int longest, @Nullable String path) {
    return new Constraints()
        .required(name, member)
        .length(name, member, 1, longest)
        .pattern(name, member, NAME)
        .length(path, "path", 1, 512)
        .pattern(path, "path", PATH);
  }

  /** For example {@code arn("role", "/service/", "orders")}. */
  String arn(String kind, String path, String name) {
    return "arn:"
        + account.partition().id()
        + ":iam::"
        + account.accountId()
        + ":"
        + kind
        + path
        + name;
  }

  /** The last part of an ARN. */
  static String nameOf(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** Whether an ARN is that of a policy that AWS keeps for everyone. */
  static boolean isAmazons(String policyArn) {
    return policyArn.contains(":iam::aws:policy/");
  }

  /** A new unique id, such as {@code AROA…} for a role. */
  static String newId(String prefix) {
    return prefix
        + Sha256.hex(Sha256.of(RequestId.next())).substring(0, ID_LENGTH).toUpperCase(Locale.ROOT);
  }

  Instant now() {
    return account.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A document as IAM answers it: encoded as in a URL. */
  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
