/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.AwsProviderFactory;
import dev.plinth.aws.client.AwsClientsFactory;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.fault.Fate;
import dev.plinth.aws.testing.fault.FaultPlan;
import dev.plinth.aws.testing.fault.FaultProxy;
import dev.plinth.aws.testing.moto.MotoAccount;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.event.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/** Whole runs while three calls in ten go wrong on the way to moto. */
final class BadNetworkTest {
  private static final long SEED = 20_261_125;
  private static final double SHARE = 0.3;

  @TempDir Path folder;

  @Test
  void fifty_functions_are_created_changed_and_deleted_with_no_duplicate_and_nothing_missing() {
    FaultPlan plan = new FaultPlan(SEED, SHARE);
    try (Backend moto = MotoAccount.open();
        FaultProxy proxy = new FaultProxy(MotoAccount.endpoint(), plan)) {
      AwsClientsFactory clients = config -> MotoAccount.clientsOf(moto, proxy.endpoint());
      TestRun run = new TestRun(new AwsProviderFactory(clients, moto.time(), folder), folder);

      expectSuccess(run, run.up(new FiftyFunctions(moto.surroundings(), 256, 7)));
      expectExactly(moto, 256, 7, 1);

      expectSuccess(run, run.up(new FiftyFunctions(moto.surroundings(), 512, 30)));
      expectExactly(moto, 512, 30, 2);

      expectSuccess(run, run.destroy());
      assertThat(functions(moto)).isEmpty();
      assertThat(groups(moto)).isEmpty();
    }
    expectAllFates(plan.counts());
  }

  private static void expectSuccess(TestRun run, DeploymentResult result) {
    assertThat(run.problems).isEmpty();
    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
  }

  private static void expectExactly(Backend moto, int memory, int retention, int versions) {
    Map<String, FunctionConfiguration> functions = functions(moto);
    Map<String, LogGroup> groups = groups(moto);
    Set<String> names = new TreeSet<>();
    Set<String> groupNames = new TreeSet<>();
    for (int number = 0; number < FiftyFunctions.COUNT; number++) {
      names.add(FiftyFunctions.name(number));
      groupNames.add(FiftyFunctions.group(number));
    }
    assertThat(functions.keySet()).isEqualTo(names);
    assertThat(groups.keySet()).isEqualTo(groupNames);
    for (int number = 0; number < FiftyFunctions.COUNT; number++) {
      String name = FiftyFunctions.name(number);
      GetFunctionResponse found = moto.behind().lambda().getFunction(f -> f.functionName(name));
      assertThat(found.configuration().memorySize()).isEqualTo(memory);
      assertThat(found.tags()).isEqualTo(FiftyFunctions.tags(number));
      assertThat(found.concurrency() != null).isEqualTo(FiftyFunctions.reserves(number));
      assertThat(published(moto, name))
          .as("versions of " + name)
          .hasSize(FiftyFunctions.publishes(number) ? versions : 0);
      assertThat(groups.get(FiftyFunctions.group(number)).retentionInDays()).isEqualTo(retention);
    }
  }

  /** Proves that the network was as bad as it was meant to be. */
  private static void expectAllFates(Map<Fate, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    double spoiled = 1 - (double) counts.get(Fate.PASSED) / all;

    assertThat(counts).containsOnlyKeys(Fate.values());
    assertThat(counts.values()).allMatch(count -> count >= 10);
    assertThat(spoiled).isBetween(SHARE - 0.1, SHARE + 0.1);
  }

  private static Map<String, FunctionConfiguration> functions(Backend moto) {
    Map<String, FunctionConfiguration> byName = new TreeMap<>();
    moto.behind()
        .lambda()
        .listFunctionsPaginator()
        .functions()
        .forEach(each -> assertThat(byName.put(each.functionName(), each)).isNull());
    return byName;
  }

  private static Map<String, LogGroup> groups(Backend moto) {
    Map<String, LogGroup> byName = new TreeMap<>();
    moto.behind()
        .logs()
        .describeLogGroupsPaginator()
        .logGroups()
        .forEach(each -> assertThat(byName.put(each.logGroupName(), each)).isNull());
    return byName;
  }

  private static List<String> published(Backend moto, String name) {
    return moto
        .behind()
        .lambda()
        .listVersionsByFunctionPaginator(list -> list.functionName(name))
        .stream()
        .flatMap(page -> page.versions().stream())
        .map(FunctionConfiguration::version)
        .filter(version -> !version.equals("$LATEST"))
        .toList();
  }
}
