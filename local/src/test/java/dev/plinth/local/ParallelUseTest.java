/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static dev.plinth.local.Accounts.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/** Many threads over two accounts opened on one folder, as two processes would be. */
final class ParallelUseTest {
  private static final int CALLS = 200;

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  @TempDir Path folder;

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void everyFunctionIsThereAfterwards() throws Exception {
    List<LocalAccount> accounts = two();

    run(
        i -> {
          LocalAccount account = accounts.get(i % 2);
          String name = "f" + i;
          account.logs().createLogGroup(r -> r.logGroupName("/aws/lambda/" + name));
          account
              .lambda()
              .createFunction(
                  orders().functionName(name).code(c -> c.zipFile(zip("shared"))).build());
          return account.lambda().updateFunctionConfiguration(r -> r.functionName(name).timeout(9));
        });

    for (LocalAccount account : accounts) {
      assertThat(account.resources()).hasSize(2 * CALLS);
      assertThat(account.lambda().listFunctionsPaginator().functions())
          .hasSize(CALLS)
          .allSatisfy(f -> assertThat(f.timeout()).isEqualTo(9));
    }
    assertThat(accounts.get(0).assumptions().size() + accounts.get(1).assumptions().size())
        .as("the role is assumed once")
        .isEqualTo(1);
  }

  @Test
  void oneOfManyCreationsOfAFunctionSucceeds() throws Exception {
    List<LocalAccount> accounts = two();

    List<Boolean> created =
        run(
            i -> {
              try {
                accounts.get(i % 2).lambda().createFunction(orders().build());
                return true;
              } catch (ResourceConflictException e) {
                return false;
              }
            });

    assertThat(created).filteredOn(each -> each).hasSize(1);
  }

  @Test
  void noChangeOfOneFunctionIsLost() throws Exception {
    List<LocalAccount> accounts = two();
    accounts.get(0).lambda().createFunction(orders().build());

    run(
        i -> {
          accounts
              .get(i % 2)
              .lambda()
              .tagResource(r -> r.resource(Accounts.ARN).tags(Map.of("key" + i % 50, "v" + i)));
          return i;
        });

    assertThat(accounts.get(0).lambda().listTags(r -> r.resource(Accounts.ARN)).tags()).hasSize(50);
  }

  @Test
  void theAccountsConcurrencyIsNeverOverdrawn() throws Exception {
    List<LocalAccount> accounts = two();
    for (int i = 0; i < CALLS; i++) {
      accounts.get(0).lambda().createFunction(orders().functionName("f" + i).build());
    }

    List<Boolean> reserved =
        run(
            i -> {
              try {
                accounts
                    .get(i % 2)
                    .lambda()
                    .putFunctionConcurrency(
                        r -> r.functionName("f" + i).reservedConcurrentExecutions(9));
                return true;
              } catch (InvalidParameterValueException e) {
                return false;
              }
            });

    assertThat(reserved).filteredOn(each -> each).hasSize(100);
  }

  private List<LocalAccount> two() {
    return List.of(Accounts.open(folder), Accounts.open(folder));
  }

  private <T> List<T> run(Call<T> call) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    IntStream.range(0, CALLS).forEach(i -> calls.add(() -> call.make(i)));
    List<T> results = new ArrayList<>();
    for (Future<T> result : threads.invokeAll(calls)) {
      results.add(result.get());
    }
    return results;
  }

  private interface Call<T> {
    T make(int number) throws Exception;
  }
}
