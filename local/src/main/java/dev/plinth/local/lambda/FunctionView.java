/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.Sha256;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.RuntimeVersionConfig;

/** How a revision looks in an answer, which depends on the operation and on the time. */
final class FunctionView {
  private final AccountContext account;
  private final CodeStore codeStore;

  FunctionView(AccountContext account, CodeStore codeStore) {
    this.account = account;
    this.codeStore = codeStore;
  }

  /** As a read of one function shows it, under the ARN that it was asked for by. */
  FunctionConfiguration read(Revision revision, boolean qualified) {
    return revision.settling().show(base(revision, qualified), account.now()).build();
  }

  /** As the call that changes it answers: the change is under way. */
  FunctionConfiguration changed(Revision revision, boolean qualified) {
    return revision.settling().showUnsettled(base(revision, qualified)).build();
  }

  /** As a list shows it: without states and runtime version. */
  FunctionConfiguration listed(Revision revision, boolean qualified) {
    return base(revision, qualified).runtimeVersionConfig((RuntimeVersionConfig) null).build();
  }

  FunctionCodeLocation code(Revision revision) {
    return revision
        .zip()
        .map(zip -> codeStore.file(zip).toUri().toString())
        .map(location -> revision.code().toBuilder().location(location).build())
        .orElse(revision.code());
  }

  /** The time in the form of {@code LastModified}: {@code 2026-11-23T10:15:30.123+0000}. */
  static String time(long millis) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return time.toLocalDate()
        + "T"
        + digits(time.getHour(), 2)
        + ":"
        + digits(time.getMinute(), 2)
        + ":"
        + digits(time.getSecond(), 2)
        + "."
        + digits(time.getNano() / 1_000_000, 3)
        + "+0000";
  }

  /** The milliseconds of what {@link #time} wrote. */
  static long millis(String time) {
    return OffsetDateTime.parse(time.replace("+0000", "Z")).toInstant().toEpochMilli();
  }

  private FunctionConfiguration.Builder base(Revision revision, boolean qualified) {
    FunctionConfiguration stored = revision.configuration();
    FunctionConfiguration.Builder builder = stored.toBuilder();
    if (qualified) {
      builder.functionArn(stored.functionArn() + ":" + stored.version());
    }
    if (!Packaging.isImage(stored)) {
      builder.runtimeVersionConfig(
          RuntimeVersionConfig.builder().runtimeVersionArn(runtimeVersion(stored)).build());
    }
    return builder;
  }

  private String runtimeVersion(FunctionConfiguration stored) {
    return "arn:"
        + account.partition().id()
        + ":lambda:"
        + account.region()
        + "::runtime:"
        + Sha256.hex(Sha256.of(stored.runtimeAsString()));
  }

  private static String digits(int value, int width) {
    String text = Integer.toString(value);
    return "0".repeat(width - text.length()) + text;
  }
}
