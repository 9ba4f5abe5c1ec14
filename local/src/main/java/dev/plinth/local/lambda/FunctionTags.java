/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;

/** TagResource, UntagResource and ListTags, which take a function's ARN and nothing shorter. */
final class FunctionTags implements Tagging {
  private final Functions functions;

  FunctionTags(Functions functions) {
    this.functions = functions;
  }

  /** Checks tags as a whole; each by itself is checked by {@link AccountTags#check}. */
  static void check(Map<String, String> tags) {
    if (tags.size() > AccountTags.MOST) {
      throw LambdaFault.invalidParameter("Number of tags exceeds resource tag limit.");
    }
    if (AccountTags.anyReserved(tags.keySet())) {
      throw LambdaFault.invalidParameter(
          "aws: prefixed tag key names are not allowed for external use.");
    }
  }

  @Override
  public void tag(TagResourceRequest request) {
    Constraints constraints =
        new Constraints().required(request.hasTags() ? request : null, "tags");
    AccountTags.check(constraints, request.tags());
    LambdaFault.throwIfAny(constraints);
    functions.change(
        function(request.resource()),
        function -> {
          Map<String, String> merged = AccountTags.merged(function.tags(), request.tags());
          check(merged);
          return function.withTags(merged);
        });
  }

  @Override
  public void untag(UntagResourceRequest request) {
    LambdaFault.throwIfAny(
        new Constraints().required(request.hasTagKeys() ? request : null, "tagKeys"));
    functions.change(
        function(request.resource()),
        function -> function.withTags(AccountTags.without(function.tags(), request.tagKeys())));
  }

  @Override
  public ListTagsResponse list(ListTagsRequest request) {
    return ListTagsResponse.builder()
        .tags(functions.require(function(request.resource())).tags())
        .build();
  }

  private FunctionName function(@Nullable String arn) {
    LambdaFault.throwIfAny(
        new Constraints()
            .required(arn, "resource")
            .that(
                arn == null || (arn.startsWith("arn:") && arn.contains(":function:")),
                String.valueOf(arn),
                "resource",
                "Member must be the ARN of a function"));
    FunctionName name = FunctionName.of(functions.account(), arn);
    if (name.qualifier().isPresent()) {
      throw LambdaFault.invalidParameter(
          "Tags on function aliases and versions are not supported. Please specify a function"
              + " ARN.");
    }
    return name;
  }
}
