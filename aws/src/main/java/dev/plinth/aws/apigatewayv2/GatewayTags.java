/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.TagChanges;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.TagResourceRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UntagResourceRequest;

/** The tags of APIs and stages. */
final class GatewayTags {
  private GatewayTags() {}

  static void change(ApiGatewayV2Client gateway, Operation operation, Change change) {
    TagChanges tags = TagChanges.of(change);
    String arn = change.oldOutputs().text("arn").orElse("");
    if (!tags.removed().isEmpty()) {
      UntagResourceRequest request =
          UntagResourceRequest.builder().resourceArn(arn).tagKeys(tags.removed()).build();
      operation.call("UntagResource", () -> gateway.untagResource(request));
    }
    if (!tags.set().isEmpty()) {
      TagResourceRequest request =
          TagResourceRequest.builder().resourceArn(arn).tags(tags.set()).build();
      operation.call("TagResource", () -> gateway.tagResource(request));
    }
  }
}
