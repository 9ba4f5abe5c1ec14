/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;

/** The tags of objects: at most ten. */
final class ObjectTags {
  private static final int MOST = 10;

  private ObjectTags() {}

  /** Tags as the header of a put has them, which is made like the query of a URL. */
  static Map<String, String> ofHeader(@Nullable String header) {
    TreeMap<String, String> tags = new TreeMap<>();
    for (String tag : header == null || header.isEmpty() ? new String[0] : header.split("&")) {
      int equals = tag.indexOf('=');
      tags.put(
          decoded(equals < 0 ? tag : tag.substring(0, equals)),
          equals < 0 ? "" : decoded(tag.substring(equals + 1)));
    }
    return checked(tags);
  }

  static Map<String, String> of(List<Tag> tags) {
    return checked(AccountTags.of(tags, Tag::key, Tag::value));
  }

  static List<Tag> list(Map<String, String> tags) {
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static Map<String, String> checked(Map<String, String> tags) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, tags);
    constraints
        .message()
        .ifPresent(
            message -> {
              throw S3Fault.invalidTag(message);
            });
    if (tags.size() > MOST) {
      throw S3Fault.invalidTag("Object tags cannot be greater than " + MOST);
    }
    return tags;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
