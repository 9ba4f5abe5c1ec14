/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.asset.ArchiveListing;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the snapshots of stacks. Reading needs no lock; writing goes through a {@link
 * StackSession}, of which there is one at a time for a stack, on all machines that share the store.
 *
 * <p>Every method throws {@link StateException} when the store cannot do it.
 */
public interface StateStore {

  /** Where the store is, for messages. */
  String location();

  /** Every stack that has a state, in name order. */
  List<StackName> stacks();

  /** The snapshot that was last written; empty when the stack has none. */
  Optional<Snapshot> load(StackName stack);

  /** The stack's tags: what it was deployed from, by key. */
  Map<String, String> tags(StackName stack);

  /** What is in the archives of the stack, by hash, as far as that was kept. */
  Map<String, ArchiveListing> archives(StackName stack);

  /**
   * The runs that the stack's history has, the newest first.
   *
   * @param skip how many to leave out
   * @param limit how many to read at most
   */
  List<UpdateInfo> history(StackName stack, long skip, long limit);

  /**
   * Takes the stack's lock.
   *
   * @throws StackLockedException when somebody else holds it
   */
  StackSession open(StackName stack);

  /**
   * Takes the stack's lock away from whoever holds it; for a lock that its holder can no longer
   * give back.
   *
   * @return who held it; empty when nobody did
   * @throws StackLockedException when the holder can be seen to run
   */
  List<LockHolder> unlock(StackName stack);

  /**
   * The stack as {@code pulumi stack import} reads it, in pieces; secrets stay encrypted. Empty
   * when there is no such stack.
   */
  Optional<List<byte[]>> export(StackName stack);

  /**
   * Replaces a stack, or makes it, by what {@link #export} or {@code pulumi stack export} wrote.
   * What it was before is kept as any earlier state is.
   *
   * @param document closed by the caller
   * @return the stack, which is the one that the document's URNs name
   */
  StackName importDeployment(InputStream document);
}
