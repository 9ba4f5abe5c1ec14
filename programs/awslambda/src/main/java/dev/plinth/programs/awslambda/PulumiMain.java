/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.google.protobuf.Message;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import dev.plinth.api.validation.ManifestValidator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the {@code pulumi} command runs, for a program of any kind: one stack input, read and
 * checked, then deployed.
 *
 * <p>A stack input that cannot be deployed is reported to the command with everything that is wrong
 * with it, before any resource is registered, and ends the process with a code other than 0.
 *
 * @param <M> the kind's stack input
 */
public final class PulumiMain<M extends Message> {
  private static final String POOL_SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private final M prototype;
  private final Function<M, List<Problem>> problems;
  private final Function<M, Consumer<Context>> program;

  /**
   * For one kind.
   *
   * @param prototype an empty stack input
   * @param problems what the program finds wrong with a stack input
   * @param program makes the program for one that has no problems
   */
  public PulumiMain(
      M prototype, Function<M, List<Problem>> problems, Function<M, Consumer<Context>> program) {
    this.prototype = prototype;
    this.problems = problems;
    this.program = program;
  }

  /** Takes what the command has to say from environment variables, and ends the process. */
  public void run() {
    leaveThreadsForWork();
    ManifestValidator.warmUp(() -> true);
    Pulumi.API pulumi;
    try {
      pulumi = Pulumi.withOptions(StackOptions.Empty);
    } catch (IllegalArgumentException | IllegalStateException notUnderPulumi) {
      System.err.println(
          "This program is run by the pulumi command: call pulumi preview or pulumi up in its folder. ("
              + notUnderPulumi.getMessage()
              + ")");
      System.exit(1);
      return;
    }
    pulumi.run(this::deploy);
  }

  private void deploy(Context ctx) {
    StackInputReader<M> reader =
        new StackInputReader<>(
            ctx.config(StackInputReader.CONFIG_NAMESPACE).get(StackInputReader.CONFIG_KEY),
            System.getenv(),
            new ManifestValidator(LocalDate.now(ZoneOffset.UTC)),
            prototype,
            problems);
    program.apply(reader.read(ctx.log()::warn)).accept(ctx);
  }

  /**
   * Gives the common pool more than one thread. The SDK's runner waits by keeping one of them busy.
   * From JDK 25 on, futures use the pool even where it has a single thread, as it has on two
   * processors, and the program would wait for ever; before, they got threads of their own. Has an
   * effect only before the pool's first use.
   */
  private static void leaveThreadsForWork() {
    boolean mayStarve =
        Runtime.version().feature() >= 25 && Runtime.getRuntime().availableProcessors() < 4;
    if (mayStarve && System.getProperty(POOL_SIZE) == null) {
      System.setProperty(POOL_SIZE, "4");
    }
  }
}
