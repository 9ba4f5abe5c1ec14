/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.testing.fault.Fate;
import dev.plinth.aws.testing.fault.FaultPlan;
import dev.plinth.aws.testing.fault.FaultProxy;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.interop.moto.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole foundation while three calls in ten go wrong on the way to moto. */
class FoundationOnBadNetworkTest {
  private static final long SEED = 20_261_125;
  private static final double SHARE = 0.3;
  private static final String GOOD = "100000000711";
  private static final String BAD = "100000000712";

  @TempDir private Path home;

  @Test
  void a_foundation_is_what_it_is_on_a_good_network_with_no_duplicate_and_nothing_missing()
      throws IOException {
    String manifest =
        Files.readString(MotoWorld.examples().resolve("compute-stack/minimal.yaml"))
            + "  http_api: {enabled: true}\n";
    FaultPlan plan = new FaultPlan(SEED, SHARE);
    try (MotoWorld good = MotoWorld.open(home.resolve("good"), GOOD, "us-east-1");
        MotoWorld bad = MotoWorld.open(home.resolve("bad"), BAD, "us-east-1");
        FaultProxy proxy = new FaultProxy(MotoServer.running().endpoint(), plan)) {
      List<String> before = bad.resources();
      ok(good.run("up", good.manifest(manifest), "--yes"));
      bad.with("AWS_ENDPOINT_URL", proxy.endpoint().toString());

      ok(bad.run("up", bad.manifest(manifest), "--yes"));

      assertThat(named(bad, BAD)).isEqualTo(named(good, GOOD));
      assertThat(ok(bad.run("up", bad.manifest(manifest), "--yes")).out()).contains("No changes.");
      assertThat(ok(bad.run("refresh", bad.manifest(manifest), "--yes")).out())
          .contains("No changes.");
      ok(bad.run("destroy", bad.manifest(manifest), "--yes"));
      assertThat(bad.resources()).isEqualTo(before);
    }
    expectAllFates(plan.counts());
  }

  private static List<String> named(MotoWorld aws, String account) {
    return aws.resources().stream().map(each -> each.replace(account, "ACCOUNT")).toList();
  }

  /** Proves that the network was as bad as it was meant to be. */
  private static void expectAllFates(Map<Fate, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    double spoiled = 1 - (double) counts.get(Fate.PASSED) / all;

    assertThat(counts).containsOnlyKeys(Fate.values());
    assertThat(spoiled).isBetween(SHARE - 0.1, SHARE + 0.1);
  }

  private static Ended ok(Ended ended) {
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }
}
