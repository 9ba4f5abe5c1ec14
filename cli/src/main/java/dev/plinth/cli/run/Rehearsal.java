/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.cli.account.Account;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.stack.StackKind;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.CodeSourceType;
import dev.plinth.proto.awslambda.S3Code;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Previews a manifest of its own that nobody sees. The rules for manifests take a while to be made
 * ready, on a thread of their own; this one would only wait for them, and instead loads all that a
 * real preview needs by doing one. It makes no call and touches no file.
 */
final class Rehearsal {
  private static final StackName STACK = new StackName(StackKind.AWS_LAMBDA.project(), "rehearsal");

  private Rehearsal() {}

  /**
   * Does it.
   *
   * @param account is not opened
   */
  static void run(Env env, StateStore store, Account account) {
    RunSettings settings =
        new RunSettings(Optional.empty(), Optional.empty(), 1, RunOptions.none());
    StackRunner runner = new StackRunner(env, store, settings);
    Manifest<?> manifest = new Manifest<>(manifest(), SourceMap.none("rehearsal"), "");
    var unused =
        runner.previewUpdate(STACK, List.of(manifest), account, Optional.empty(), event -> {});
  }

  private static AwsLambda manifest() {
    AwsLambdaSpec.Builder spec =
        AwsLambdaSpec.newBuilder()
            .setRoleArn(StringValueOrRef.newBuilder().setValue("arn:aws:iam::123456789012:role/r"))
            .setRuntime("java21")
            .setHandler("h")
            .setCodeSourceType(CodeSourceType.CODE_SOURCE_TYPE_S3)
            .putEnvironment("A", "b")
            .setS3(S3Code.newBuilder().setBucket("bucket").setKey("key").setObjectVersion("1"));
    return AwsLambda.newBuilder()
        .setMetadata(CloudResourceMetadata.newBuilder().setName("rehearsal"))
        .setSpec(spec)
        .build();
  }
}
