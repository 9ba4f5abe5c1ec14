/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.Tag;

/** The tags of roles and policies. */
final class IamTags {
  private IamTags() {}

  static Map<String, String> map(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }

  static List<Tag> list(Map<String, String> tags) {
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static List<Tag> merged(List<Tag> present, List<Tag> added) {
    check(added);
    List<Tag> merged = list(AccountTags.merged(map(present), map(added)));
    if (merged.size() > AccountTags.MOST) {
      throw IamFault.limitExceeded(
          "The number of tags has reached the maximum limit: " + AccountTags.MOST + ".");
    }
    return merged;
  }

  static List<Tag> without(List<Tag> present, List<String> keys) {
    return list(AccountTags.without(map(present), keys));
  }

  private static void check(List<Tag> tags) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, map(tags));
    IamFault.throwIfAny(constraints);
    if (AccountTags.anyReserved(map(tags).keySet())) {
      throw IamFault.invalidInput("Caller is not authorized to add a system tag.");
    }
  }
}
