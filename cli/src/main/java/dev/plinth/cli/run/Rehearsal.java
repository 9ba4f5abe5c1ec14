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
import dev.plinth.engine.state.Snapshot;
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
 * Previews a manifest of its own that nobody sees, on a thread of its own, while the manifests of
 * the command are read and checked: so all that a real preview needs is loaded by the time that it
 * begins. It makes no call and touches no file.
 */
final class Rehearsal {
  private static final StackName STACK = new StackName(StackKind.AWS_LAMBDA.project(), "rehearsal");

  private Rehearsal() {}

  /**
   * Starts it and returns at once.
   *
   * @param account is not opened
   */
  static void start(Env env, StateStore store, Account account) {
    Thread thread = new Thread(() -> run(env, store, account), "plinth-rehearsal");
    thread.setDaemon(true); // A command that ends before it does not wait.
    // What fails here fails in earnest too, where it is told.
    thread.setUncaughtExceptionHandler((failed, e) -> {});
    thread.start();
  }

  private static void run(Env env, StateStore store, Account account) {
    RunSettings settings =
        new RunSettings(Optional.empty(), Optional.empty(), 1, RunOptions.none());
    StackRunner runner = new StackRunner(env, store, settings);
    Manifest<?> manifest = new Manifest<>(manifest(), SourceMap.none("rehearsal"), "");
    var unused =
        runner.previewUpdate(
            STACK, Snapshot.empty(), List.of(manifest), account, RunOptions.none(), event -> {});
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
