/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;

/** TagResource, UntagResource and ListTags for event source mappings. */
final class MappingTags implements Tagging {
  static final String KIND = ":event-source-mapping:";

  private final EventSourceMappings mappings;

  MappingTags(EventSourceMappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public void tag(TagResourceRequest request) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, request.tags());
    LambdaFault.throwIfAny(constraints);
    mappings
        .stock()
        .changeTags(
            uuid(request.resource()),
            EventSourceMappings::notFound,
            present -> {
              Map<String, String> merged = AccountTags.merged(present, request.tags());
              FunctionTags.check(merged);
              return merged;
            });
  }

  @Override
  public void untag(UntagResourceRequest request) {
    mappings
        .stock()
        .changeTags(
            uuid(request.resource()),
            EventSourceMappings::notFound,
            present -> AccountTags.without(present, request.tagKeys()));
  }

  @Override
  public ListTagsResponse list(ListTagsRequest request) {
    Map<String, String> tags =
        mappings
            .stock()
            .find(uuid(request.resource()))
            .orElseThrow(EventSourceMappings::notFound)
            .tags();
    return ListTagsResponse.builder().tags(tags).build();
  }

  private static String uuid(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
