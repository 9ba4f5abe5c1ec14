/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What a request's {@code FunctionName} and {@code Qualifier} say: a name, a partial ARN ({@code
 * 123456789012:function:name}) or an ARN, any of them with a version or alias behind it.
 */
record FunctionName(String name, Optional<String> qualifier) {
  static final String LATEST = "$LATEST";

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_ARN = 140;
  private static final int REGION = 3;
  private static final int ACCOUNT = 8;
  private static final int NAME = 10;
  private static final int QUALIFIER = 12;

  /** The name of a function to be created, which cannot have a qualifier. */
  static FunctionName ofNew(AccountContext account, @Nullable String text) {
    FunctionName name = of(account, text, null);
    LambdaFault.throwIfAny(
        new Constraints()
            .that(
                name.qualifier.isEmpty(),
                String.valueOf(text),
                "functionName",
                "Member must satisfy regular expression pattern: "
                    + LambdaPatterns.FUNCTION_NAME.pattern()));
    Constraints length = new Constraints().length(name.name, "functionName", 1, LONGEST_NAME);
    length
        .message()
        .ifPresent(
            message -> {
              throw LambdaFault.invalidParameter(message);
            });
    return name;
  }

  static FunctionName of(AccountContext account, @Nullable String text) {
    return of(account, text, null);
  }

  static FunctionName of(
      AccountContext account, @Nullable String text, @Nullable String qualifier) {
    LambdaFault.throwIfAny(
        new Constraints()
            .required(text, "functionName")
            .length(text, "functionName", 1, LONGEST_ARN)
            .pattern(text, "functionName", LambdaPatterns.FUNCTION_NAME)
            .length(qualifier, "qualifier", 1, 128)
            .pattern(qualifier, "qualifier", LambdaPatterns.QUALIFIER));
    Matcher parts = LambdaPatterns.FUNCTION_NAME.matcher(String.valueOf(text));
    if (!parts.matches()) {
      throw new IllegalStateException("a function name passed its pattern and does not match it");
    }
    requireHere(account, parts.group(REGION), parts.group(ACCOUNT));
    String fromName = parts.group(QUALIFIER);
    if (qualifier != null && fromName != null && !qualifier.equals(fromName)) {
      throw LambdaFault.invalidParameter(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return new FunctionName(
        parts.group(NAME), Optional.ofNullable(qualifier == null ? fromName : qualifier));
  }

  String arn(AccountContext account) {
    return arn(account, name);
  }

  String qualifiedArn(AccountContext account) {
    return arn(account) + qualifier.map(each -> ":" + each).orElse("");
  }

  /** What tells a function's qualified forms apart on a shelf. */
  String key() {
    return name + qualifier.map(each -> ":" + each).orElse("");
  }

  static String arn(AccountContext account, String name) {
    return account.arn("lambda", "function:" + name);
  }

  private static void requireHere(
      AccountContext account, @Nullable String region, @Nullable String accountId) {
    if (region != null && !region.equals(account.region() + ":")) {
      throw LambdaFault.notFound(
          "Functions from '"
              + region.substring(0, region.length() - 1)
              + "' are not reachable in this region ('"
              + account.region()
              + "')");
    }
    if (accountId != null && !accountId.equals(account.accountId() + ":")) {
      throw LambdaFault.accessDenied(
          "Functions of account " + accountId.substring(0, 12) + " are not accessible.");
    }
  }
}
