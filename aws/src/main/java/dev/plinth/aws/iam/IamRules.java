/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;

/** What IAM's names and paths may be. */
final class IamRules {
  static final int LONGEST_POLICY_NAME = 128;
  private static final String OTHERS = "+=,.@_-";
  private static final int LONGEST_PATH = 512;

  private IamRules() {}

  /** A resource's {@code name}, drawn when the program gives none. */
  static Property name(int longest) {
    return Property.string("name", Trait.REPLACES, Trait.COMPUTED)
        .where(ValueRules.maxLength(longest))
        .where(ValueRules.letters(OTHERS));
  }

  static Property namePrefix(int longest) {
    return Property.string("namePrefix", Trait.REPLACES, Trait.UNREADABLE)
        .where(ValueRules.maxLength(longest - PrefixedName.SUFFIX_LENGTH))
        .where(ValueRules.letters(OTHERS));
  }

  static Property path() {
    return Property.string("path", Trait.REPLACES)
        .defaultsTo("/")
        .where(ValueRules.maxLength(LONGEST_PATH))
        .where(ValueRules.startsWith("/"))
        .where(ValueRules.endsWith("/"));
  }

  /** The name of a role, where its ARN is a common mistake. */
  static Property role() {
    return Property.string("role", Trait.REQUIRED, Trait.REPLACES)
        .where(ValueRules.maxLength(RoleType.LONGEST_NAME))
        .where(ValueRules.letters(OTHERS));
  }
}
