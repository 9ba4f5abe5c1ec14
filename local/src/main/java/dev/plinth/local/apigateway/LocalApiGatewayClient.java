/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.apigatewayv2.model.GetTagsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetTagsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.TagResourceRequest;
import software.amazon.awssdk.services.apigatewayv2.model.TagResourceResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UntagResourceRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UntagResourceResponse;

/** API Gateway as the local account has it: the operations of the groups that it implements. */
public final class LocalApiGatewayClient
    implements ApiApi, AuthorizerApi, IntegrationApi, RouteApi, StageApi, LocalService {
  private final GatewayParts parts;

  /**
   * @param folder where the APIs of this account and region are kept; made when needed
   */
  public LocalApiGatewayClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    parts = GatewayParts.of(account, folder, lock, catalogue);
  }

  @Override
  public GatewayParts parts() {
    return parts;
  }

  /** Parts of an API go with it, and are not counted. */
  @Override
  public List<String> resourceArns() {
    return parts.apis().arns();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    changeTags(request.resourceArn(), tags -> AccountTags.merged(tags, request.tags()));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    changeTags(request.resourceArn(), tags -> AccountTags.without(tags, request.tagKeys()));
    return UntagResourceResponse.builder().build();
  }

  @Override
  public GetTagsResponse getTags(GetTagsRequest request) {
    return GetTagsResponse.builder()
        .tags(tagged(request.resourceArn()).tags(request.resourceArn()))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}

  private void changeTags(String arn, UnaryOperator<Map<String, String>> change) {
    tagged(arn)
        .changeTags(
            arn,
            present -> {
              Map<String, String> changed = change.apply(present);
              if (changed.size() > AccountTags.MOST) {
                throw GatewayFault.badRequest("Too many tags on " + arn);
              }
              return changed;
            });
  }

  private Tagged tagged(String arn) {
    return arn.contains("/stages/") ? parts.stages() : parts.apis();
  }
}
