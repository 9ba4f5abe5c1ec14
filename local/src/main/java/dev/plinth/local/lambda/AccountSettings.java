/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.List;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.AccountUsage;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** GetAccountSettings: the limits of an account that asked for no other, and what it uses. */
final class AccountSettings {
  private static final long CODE_STORAGE = 80_530_636_800L;

  private final Functions functions;
  private final ReservedConcurrency reservations;

  AccountSettings(Functions functions, ReservedConcurrency reservations) {
    this.functions = functions;
    this.reservations = reservations;
  }

  GetAccountSettingsResponse get() {
    List<StoredFunction> all =
        functions.names("").stream().flatMap(name -> functions.find(name).stream()).toList();
    long codeSize =
        all.stream()
            .flatMap(function -> function.revisions().stream())
            .mapToLong(revision -> revision.configuration().codeSize())
            .sum();
    return GetAccountSettingsResponse.builder()
        .accountLimit(
            AccountLimit.builder()
                .totalCodeSize(CODE_STORAGE)
                .codeSizeUnzipped((long) ZipPackage.MOST_UNZIPPED)
                .codeSizeZipped((long) ZipPackage.MOST_ZIPPED)
                .concurrentExecutions(ReservedConcurrency.ACCOUNT_LIMIT)
                .unreservedConcurrentExecutions(reservations.unreserved())
                .build())
        .accountUsage(
            AccountUsage.builder().totalCodeSize(codeSize).functionCount((long) all.size()).build())
        .build();
  }
}
