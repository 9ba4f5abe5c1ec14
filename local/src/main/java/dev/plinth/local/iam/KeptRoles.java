/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Whether the account keeps a role; asks the folder, without IAM's client and its classes. */
public final class KeptRoles implements Predicate<String> {
  private final Shelf shelf;

  /**
   * @param folder where {@link LocalIamClient} keeps its resources
   */
  public KeptRoles(Path folder) {
    this.shelf = Roles.shelf(folder);
  }

  @Override
  public boolean test(String arn) {
    return shelf
        .read(IamNames.nameOf(arn))
        .map(role -> role.get(Roles.ARN).getAsString().equals(arn))
        .orElse(false);
  }
}
