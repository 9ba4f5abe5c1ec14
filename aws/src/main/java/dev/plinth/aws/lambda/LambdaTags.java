/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.TagChanges;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;

/** The tags of what Lambda knows by its ARN: functions and event source mappings. */
final class LambdaTags {
  private LambdaTags() {}

  static void change(LambdaClient lambda, Operation operation, String arn, TagChanges tags) {
    if (!tags.removed().isEmpty()) {
      UntagResourceRequest request =
          UntagResourceRequest.builder().resource(arn).tagKeys(tags.removed()).build();
      operation.call(
          "UntagResource", RetryRules.FUNCTION_BUSY, () -> lambda.untagResource(request));
    }
    if (!tags.set().isEmpty()) {
      TagResourceRequest request =
          TagResourceRequest.builder().resource(arn).tags(tags.set()).build();
      operation.call("TagResource", RetryRules.FUNCTION_BUSY, () -> lambda.tagResource(request));
    }
  }

  static Map<String, String> read(LambdaClient lambda, Operation operation, String arn) {
    ListTagsRequest request = ListTagsRequest.builder().resource(arn).build();
    return operation
        .ifThere("ListTags", () -> lambda.listTags(request))
        .map(answer -> answer.tags())
        .orElse(Map.of()); // deleted between the two calls, or not seen everywhere yet
  }
}
