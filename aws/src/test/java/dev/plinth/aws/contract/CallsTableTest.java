/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.DocumentedTable;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calls that each resource type costs, as they are made, compared with {@code
 * docs/performance.md}: a call that is made too often is seen in a review.
 */
final class CallsTableTest {
  @TempDir Path folder;
  private int accounts;

  @Test
  void the_document_has_the_calls_of_every_type() {
    List<String> rows = Stream.of(ContractCases.values()).flatMap(this::rows).toList();

    new DocumentedTable("docs/performance.md", "| resource | what is done | calls | which |")
        .mustBe(rows);
  }

  private Stream<String> rows(ContractCases which) {
    List<String> rows = new ArrayList<>();
    rows.add(row(which, "create", calls(which, Work.CREATE)));
    rows.add(row(which, "no change", calls(which, Work.COMPARE)));
    rows.add(row(which, "refresh", calls(which, Work.REFRESH)));
    updates(which).forEach((calls, changes) -> rows.add(row(which, "update of " + changes, calls)));
    rows.add(row(which, "delete", calls(which, Work.DELETE)));
    return rows.stream();
  }

  /** The changes by the calls that they take, the cheapest first. */
  private Map<List<String>, String> updates(ContractCases which) {
    Map<List<String>, String> changes =
        new TreeMap<>(
            Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString));
    for (String change : which.changes()) {
      List<String> calls = calls(which, Work.update(change));
      changes.merge(calls, change, (earlier, later) -> earlier + ", " + later);
    }
    return changes;
  }

  /** The calls of some work, in their order; a look that is repeated until it sees enough once. */
  private List<String> calls(ContractCases which, Work work) {
    Path own = folder.resolve(Integer.toString(accounts++));
    try (Backend backend = Backends.localAccount(own);
        Driver driver = new Driver(backend, own)) {
      ContractCase contract = which.in(Setting.of(backend, driver));
      work.run(contract, driver, backend.calls()::forget);
      List<String> calls = new ArrayList<>();
      for (String method : backend.calls().names()) {
        String call = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        int last = calls.size() - 1;
        if (last >= 0 && (calls.get(last).equals(call) || calls.get(last).equals(call + "…"))) {
          calls.set(last, call + "…");
        } else {
          calls.add(call);
        }
      }
      return calls;
    }
  }

  private static String row(ContractCases which, String done, List<String> calls) {
    String name = which.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String names = calls.isEmpty() ? "" : String.join(", ", calls);
    return "| %s | %s | %d | %s |".formatted(name, done, calls.size(), names);
  }

  /** Something that is done with a resource; what comes before it is not counted. */
  private interface Work {
    Work CREATE =
        (contract, driver, count) -> {
          count.run();
          driver.create(contract.type(), contract.inputs());
        };
    Work COMPARE =
        (contract, driver, count) -> {
          Deployed resource = driver.create(contract.type(), contract.inputs());
          count.run();
          assertThat(driver.diff(resource, contract.inputs()).hasChanges()).isFalse();
        };
    Work REFRESH =
        (contract, driver, count) -> {
          Deployed resource = driver.create(contract.type(), contract.inputs());
          count.run();
          assertThat(driver.refresh(resource)).isPresent();
        };
    Work DELETE =
        (contract, driver, count) -> {
          Deployed resource = driver.create(contract.type(), contract.inputs());
          count.run();
          driver.delete(resource);
        };

    static Work update(String change) {
      return (contract, driver, count) -> {
        Deployed resource = driver.create(contract.type(), contract.inputs());
        PropertyMap changed = contract.inputs().with(change, contract.changes().get(change));
        count.run();
        driver.update(resource, changed);
      };
    }

    void run(ContractCase contract, Driver driver, Runnable count);
  }
}
