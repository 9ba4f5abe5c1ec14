/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.Tag;

/** The tags of topics. */
final class SnsTags {
  private SnsTags() {}

  static Map<String, String> map(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }

  static List<Tag> list(Map<String, String> tags) {
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  /** The tags after {@code added} was put over {@code present}, or SNS's refusal. */
  static Map<String, String> checked(Map<String, String> present, Map<String, String> added) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, added);
    SnsFault.throwIfAny(constraints);
    Map<String, String> merged = AccountTags.merged(present, added);
    if (merged.size() > AccountTags.MOST) {
      throw SnsFault.tooManyTags();
    }
    return merged;
  }
}
