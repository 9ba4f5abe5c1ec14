/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.TagChanges;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** The tags of buses and rules. */
record EventTags(EventBridgeClient events, Operation operation, String arn) {

  static List<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  Map<String, String> read() {
    Map<String, String> tags = new TreeMap<>();
    operation
        .ifThere(
            "ListTagsForResource",
            () -> events.listTagsForResource(request -> request.resourceARN(arn)))
        .ifPresent(found -> found.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    return tags;
  }

  void change(TagChanges changes) {
    changes.apply(
        removed ->
            operation.call(
                "UntagResource",
                RetryRules.EVENT_CHANGE,
                () -> events.untagResource(untag -> untag.resourceARN(arn).tagKeys(removed))),
        set ->
            operation.call(
                "TagResource",
                RetryRules.EVENT_CHANGE,
                () -> events.tagResource(tag -> tag.resourceARN(arn).tags(of(set)))));
  }
}
