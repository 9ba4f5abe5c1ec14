/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateAuthorizerRequest;

/** The calls of authorizers. */
record AuthorizerPart() implements ApiPart {
  @Override
  public String kind() {
    return "Authorizer";
  }

  @Override
  public SdkPojo create(ApiGatewayV2Client gateway, Shape shape, PropertyMap inputs) {
    return gateway.createAuthorizer(
        ModelWriter.fill(CreateAuthorizerRequest.builder(), shape, inputs).build());
  }

  @Override
  public SdkPojo get(ApiGatewayV2Client gateway, String api, String id) {
    return gateway.getAuthorizer(request -> request.apiId(api).authorizerId(id));
  }

  @Override
  public List<String> ids(ApiGatewayV2Client gateway, String api) {
    return Pages.all(
            token -> gateway.getAuthorizers(page -> page.apiId(api).nextToken(token)),
            GetAuthorizersResponse::nextToken,
            GetAuthorizersResponse::items)
        .stream()
        .map(Authorizer::authorizerId)
        .toList();
  }

  @Override
  public void update(
      ApiGatewayV2Client gateway, Shape shape, String api, String id, Change change) {
    gateway.updateAuthorizer(
        ModelWriter.change(UpdateAuthorizerRequest.builder(), shape, change)
            .apiId(api)
            .authorizerId(id)
            .build());
  }

  @Override
  public void delete(ApiGatewayV2Client gateway, String api, String id) {
    gateway.deleteAuthorizer(request -> request.apiId(api).authorizerId(id));
  }

  @Override
  public String id(SdkPojo created) {
    return ((CreateAuthorizerResponse) created).authorizerId();
  }
}
