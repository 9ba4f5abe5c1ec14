/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log groups of what is no function: those of the HTTP API and of the state machines. */
final class LogSet {
  private final Site site;
  private final Map<String, Output<String>> names = new LinkedHashMap<>();

  LogSet(Site site) {
    this.site = site;
  }

  /**
   * Makes one.
   *
   * @param id the part of the stack that writes to it, and its logical name
   * @param prefix of its name in AWS
   */
  LogGroup add(String id, String prefix) {
    LogGroupArgs.Builder args =
        LogGroupArgs.builder()
            .name(prefix + site.name(id))
            .retentionInDays(site.stack().settings().logRetentionDays())
            .tags(site.tags());
    site.stack().logsKmsKeyArn().ifPresent(args::kmsKeyId);
    LogGroup group = new LogGroup(id, args.build(), site.options().build());
    names.put(id, group.name());
    return group;
  }

  /** Names in AWS by the part. */
  Map<String, Output<String>> names() {
    return names;
  }
}
