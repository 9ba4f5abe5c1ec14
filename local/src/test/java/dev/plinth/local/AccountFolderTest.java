/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static dev.plinth.local.Accounts.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.local.store.LocalAccountException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the account's folder, and when. */
final class AccountFolderTest {
  @TempDir Path folder;

  @Test
  void readingMakesNoFolder() {
    Path account = folder.resolve("account");

    try (LocalAccount opened = Accounts.open(account)) {
      assertThat(opened.isEmpty()).isTrue();
      assertThat(opened.logs().describeLogGroups().logGroups()).isEmpty();
      assertThat(opened.sts().getCallerIdentity().account()).isEqualTo("123456789012");
    }

    assertThat(account).doesNotExist();
  }

  @Test
  void everythingOutlivesTheProcess() {
    try (LocalAccount account = Accounts.open(folder)) {
      account
          .lambda()
          .createFunction(
              orders()
                  .environment(e -> e.variables(Map.of("STAGE", "dev")))
                  .tags(Map.of("team", "shop"))
                  .code(c -> c.zipFile(zip("x")))
                  .publish(true)
                  .build());
      account
          .lambda()
          .putFunctionConcurrency(r -> r.functionName("orders").reservedConcurrentExecutions(3));
      account.logs().createLogGroup(r -> r.logGroupName("/shop").tags(Map.of("team", "shop")));
    }
    try (LocalAccount before = Accounts.open(folder);
        LocalAccount after = Accounts.open(folder)) {
      assertThat(after.lambda().getFunction(r -> r.functionName("orders")))
          .isEqualTo(before.lambda().getFunction(r -> r.functionName("orders")))
          .satisfies(
              f -> {
                assertThat(f.configuration().environment().variables()).containsKey("STAGE");
                assertThat(f.tags()).containsEntry("team", "shop");
                assertThat(f.concurrency().reservedConcurrentExecutions()).isEqualTo(3);
              });
      assertThat(after.lambda().getFunction(r -> r.functionName("orders:1")).code().location())
          .startsWith("file:");
      assertThat(after.resources())
          .containsExactly(Accounts.ARN, "arn:aws:logs:eu-central-1:123456789012:log-group:/shop");
    }
  }

  @Test
  void regionsAndAccountsHaveResourcesOfTheirOwn() {
    Accounts.open(folder).lambda().createFunction(orders().build());

    assertThat(LocalAccount.open(folder, LocalAccountOptions.of("us-east-1")).isEmpty()).isTrue();
    assertThat(
            LocalAccount.open(folder, Accounts.options().withAccountId("210987654321")).isEmpty())
        .isTrue();
  }

  @Test
  void onlyTheOwnerMayReadTheFiles() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path account = folder.resolve("account");
    LocalAccount opened = Accounts.open(account);
    opened.lambda().createFunction(orders().code(c -> c.zipFile(zip("x"))).build());
    opened.logs().createLogGroup(r -> r.logGroupName("/shop"));

    assertThat(files(account))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
  }

  @Test
  void aDeletedFunctionLeavesNeitherItsDocumentNorItsSecrets() throws IOException {
    LocalAccount account = Accounts.open(folder);
    account
        .lambda()
        .createFunction(
            orders()
                .environment(e -> e.variables(Map.of("PASSWORD", "hunter2")))
                .code(c -> c.zipFile(zip("hunter2")))
                .build());

    account.lambda().deleteFunction(r -> r.functionName("orders"));

    for (Path file : files(folder)) {
      if (Files.isRegularFile(file)) {
        assertThat(Files.readString(file)).doesNotContain("hunter2", "PASSWORD");
        assertThat(file.toString()).endsWith(file.endsWith("lock") ? "lock" : ".log");
      }
    }
  }

  @Test
  void aDamagedDocumentIsNamedAndItsContentIsNot() throws IOException {
    LocalAccount account = Accounts.open(folder);
    account.lambda().createFunction(orders().build());
    Path document =
        files(folder).stream()
            .filter(f -> f.toString().endsWith(".json"))
            .findFirst()
            .orElseThrow();
    Files.writeString(document, "{\"secret\": hunter2");

    assertThatThrownBy(() -> account.lambda().getFunction(r -> r.functionName("orders")))
        .isInstanceOf(LocalAccountException.class)
        .hasMessageContaining(document.toString())
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aLineThatAKilledProcessLeftHalfWrittenIsSkipped() throws IOException {
    Accounts.open(folder).logs().createLogGroup(r -> r.logGroupName("/a"));
    Path names =
        files(folder).stream().filter(f -> f.endsWith("groups.log")).findFirst().orElseThrow();
    Files.writeString(names, "+/half", StandardOpenOption.APPEND);

    LocalAccount next = Accounts.open(folder);
    next.logs().createLogGroup(r -> r.logGroupName("/b"));

    assertThat(next.logs().describeLogGroups().logGroups())
        .extracting(each -> each.logGroupName())
        .containsExactly("/a", "/b");
  }

  @Test
  void optionsAreChecked() {
    assertThatThrownBy(() -> Accounts.options().withAccountId("42"))
        .isInstanceOf(LocalAccountException.class)
        .hasMessage("'42' is not an AWS account id: expected twelve digits");
    assertThatThrownBy(() -> LocalAccountOptions.of("../etc"))
        .isInstanceOf(LocalAccountException.class)
        .hasMessageContaining("is not an AWS region");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> !each.equals(folder)).toList();
    }
  }
}
