/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;

/** Lets services and principals invoke functions. */
final class Invocations {
  private static final String INVOKE = "lambda:InvokeFunction";

  private final Site site;

  Invocations(Site site) {
    this.site = site;
  }

  /** Lets a service invoke a function on behalf of one of its resources. */
  Permission byService(String name, MadeFunction function, String service, Output<String> source) {
    PermissionArgs.Builder args = to(function, name, INVOKE).principal(service).sourceArn(source);
    return new Permission(name, args.build(), site.options().build());
  }

  /** Lets a bucket do so; its ARN has no account in it, so the account is named beside it. */
  Permission byBucket(String name, MadeFunction function, Output<String> bucketArn) {
    PermissionArgs.Builder args =
        to(function, name, INVOKE)
            .principal("s3.amazonaws.com")
            .sourceArn(bucketArn)
            .sourceAccount(site.inAccount(identity -> identity.account()));
    return new Permission(name, args.build(), site.options().build());
  }

  /** Both permissions that a principal needs since October 2025 to call a function URL. */
  void byUrl(String name, MadeFunction function, String principal, String authType) {
    url(name, function, principal, authType);
    new Permission(
        name + "-invoke",
        to(function, name + "-invoke", INVOKE).principal(principal).build(),
        site.options().build());
  }

  /**
   * Lets everybody call a function URL. The second permission comes with the URL, from the
   * provider: it holds for calls through the URL only, which this resource type cannot say, and
   * without that everybody could invoke the function itself.
   */
  void everybodyByUrl(String name, MadeFunction function) {
    url(name, function, "*", "NONE");
  }

  private void url(String name, MadeFunction function, String principal, String authType) {
    new Permission(
        name + "-url",
        to(function, name + "-url", "lambda:InvokeFunctionUrl")
            .principal(principal)
            .functionUrlAuthType(authType)
            .build(),
        site.options().build());
  }

  private static PermissionArgs.Builder to(MadeFunction function, String sid, String action) {
    PermissionArgs.Builder args =
        PermissionArgs.builder()
            .statementId(sid)
            .action(action)
            .function(function.function().name());
    function.qualifier().ifPresent(args::qualifier);
    return args;
  }
}
