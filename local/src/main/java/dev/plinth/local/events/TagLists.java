/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** Tags in the form that EventBridge has them. */
final class TagLists {
  private TagLists() {}

  static Map<String, String> map(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }

  static List<Tag> list(Map<String, String> tags) {
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static void check(Map<String, String> tags) {
    Constraints constraints = new Constraints().count(tags.keySet(), "tags", AccountTags.MOST);
    AccountTags.check(constraints, tags);
    EventsFault.throwIfAny(constraints);
    if (AccountTags.anyReserved(tags.keySet())) {
      throw EventsFault.validation("aws: prefixed tag key names are not allowed for external use.");
    }
  }
}
