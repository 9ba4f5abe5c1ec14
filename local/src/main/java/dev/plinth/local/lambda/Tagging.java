/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;

/** TagResource, UntagResource and ListTags for one kind of resource. */
interface Tagging {
  void tag(TagResourceRequest request);

  void untag(UntagResourceRequest request);

  ListTagsResponse list(ListTagsRequest request);
}
