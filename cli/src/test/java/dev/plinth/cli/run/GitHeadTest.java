/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commit a folder is at, in the ways that git keeps it. */
class GitHeadTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  @Test
  void a_branch_has_a_file_of_its_own() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", COMMIT + "\n");
    Path below = Files.createDirectories(folder.resolve("deploy/dev"));

    assertThat(GitHead.environment(below))
        .containsExactly(entry("git.head", COMMIT), entry("git.headName", "refs/heads/main"));
  }

  @Test
  void a_branch_may_be_packed_with_others() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled\n"
            + "f".repeat(40)
            + " refs/heads/x\n"
            + COMMIT
            + " refs/heads/main\n");

    assertThat(GitHead.environment(folder)).containsEntry("git.head", COMMIT);
  }

  @Test
  void a_commit_may_be_checked_out_without_a_branch() throws IOException {
    write(".git/HEAD", COMMIT + "\n");

    assertThat(GitHead.environment(folder)).containsExactly(entry("git.head", COMMIT));
  }

  @Test
  void a_worktree_shares_its_branches() throws IOException {
    write("main/.git/worktrees/w/HEAD", "ref: refs/heads/topic\n");
    write("main/.git/worktrees/w/commondir", "../..\n");
    write("main/.git/refs/heads/topic", COMMIT + "\n");
    write("w/.git", "gitdir: " + folder.resolve("main/.git/worktrees/w") + "\n");

    assertThat(GitHead.environment(folder.resolve("w"))).containsEntry("git.head", COMMIT);
  }

  @Test
  void what_is_no_repository_or_has_no_commit_yet_has_no_head() throws IOException {
    assertThat(GitHead.environment(folder)).isEmpty();

    write(".git/HEAD", "ref: refs/heads/main\n");
    assertThat(GitHead.environment(folder)).isEmpty();

    write(".git/HEAD", "something else\n");
    assertThat(GitHead.environment(folder)).isEmpty();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
