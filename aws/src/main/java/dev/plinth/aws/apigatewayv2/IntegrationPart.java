/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationRequest;

/** The calls of integrations. */
record IntegrationPart() implements ApiPart {
  @Override
  public String kind() {
    return "Integration";
  }

  @Override
  public SdkPojo create(ApiGatewayV2Client gateway, Shape shape, PropertyMap inputs) {
    CreateIntegrationRequest.Builder request =
        ModelWriter.fill(CreateIntegrationRequest.builder(), shape, inputs);
    Map<String, Map<String, String>> responses = responses(inputs);
    return gateway.createIntegration(
        responses.isEmpty() ? request.build() : request.responseParameters(responses).build());
  }

  @Override
  public SdkPojo get(ApiGatewayV2Client gateway, String api, String id) {
    return gateway.getIntegration(request -> request.apiId(api).integrationId(id));
  }

  @Override
  public List<String> ids(ApiGatewayV2Client gateway, String api) {
    return Pages.all(
            token -> gateway.getIntegrations(page -> page.apiId(api).nextToken(token)),
            GetIntegrationsResponse::nextToken,
            GetIntegrationsResponse::items)
        .stream()
        .map(Integration::integrationId)
        .toList();
  }

  /** Of an integration with an AWS service every parameter has to be sent, not only the changed. */
  @Override
  public void update(
      ApiGatewayV2Client gateway, Shape shape, String api, String id, Change change) {
    UpdateIntegrationRequest.Builder request =
        ModelWriter.change(UpdateIntegrationRequest.builder(), shape, change)
            .apiId(api)
            .integrationId(id);
    PropertyMap inputs = change.newInputs();
    if (change.changes("requestParameters")) {
      request.requestParameters(Cleared.entries(change.oldOutputs(), inputs, "requestParameters"));
    } else if (inputs.text("integrationSubtype").isPresent()) {
      request.requestParameters(inputs.textMap("requestParameters").orElse(Map.of()));
    }
    if (change.changes("responseParameters")) {
      Map<String, Map<String, String>> responses = responses(change.oldOutputs());
      responses.replaceAll((status, mappings) -> Map.of());
      responses.putAll(responses(inputs));
      request.responseParameters(responses);
    }
    gateway.updateIntegration(request.build());
  }

  @Override
  public void delete(ApiGatewayV2Client gateway, String api, String id) {
    gateway.deleteIntegration(request -> request.apiId(api).integrationId(id));
  }

  @Override
  public String id(SdkPojo created) {
    return ((CreateIntegrationResponse) created).integrationId();
  }

  @Override
  public PropertyMap outputs(PropertyMap read, SdkPojo found) {
    Map<String, Map<String, String>> responses =
        found instanceof GetIntegrationResponse got
            ? got.responseParameters()
            : ((CreateIntegrationResponse) found).responseParameters();
    List<PropertyValue> listed = new ArrayList<>();
    new TreeMap<>(responses)
        .forEach(
            (status, mappings) ->
                listed.add(
                    PropertyValue.of(
                        PropertyMap.builder()
                            .put("statusCode", status)
                            .putTextMap("mappings", mappings)
                            .build())));
    return listed.isEmpty() ? read : read.with("responseParameters", PropertyValue.of(listed));
  }

  private static Map<String, Map<String, String>> responses(PropertyMap properties) {
    Map<String, Map<String, String>> responses = new TreeMap<>();
    for (PropertyValue value : properties.list("responseParameters").orElse(List.of())) {
      PropertyMap response = ((PropertyValue.Obj) value.withoutSecrets()).properties();
      responses.put(
          response.text("statusCode").orElseThrow(), response.textMap("mappings").orElse(Map.of()));
    }
    return responses;
  }
}
