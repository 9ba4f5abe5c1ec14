/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.AccountTags;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Tags in the form that CloudWatch has them. */
final class TagLists {
  private TagLists() {}

  static Map<String, String> map(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }

  static List<Tag> list(Map<String, String> tags) {
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }
}
