/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/** What tells authorizers, integrations and routes apart: their calls. */
interface ApiPart {
  /** What AWS calls it in the names of its calls, such as {@code Route}. */
  String kind();

  /** Makes one; the answer says its id. */
  SdkPojo create(ApiGatewayV2Client gateway, Shape shape, PropertyMap inputs);

  SdkPojo get(ApiGatewayV2Client gateway, String api, String id);

  /** The ids of all that an API has. */
  List<String> ids(ApiGatewayV2Client gateway, String api);

  /** Looks for the one that inputs describe, where an API has one such at most. */
  default Located locate(ApiGatewayV2Client gateway, String api, PropertyMap inputs) {
    return new Located.Unknown();
  }

  void update(ApiGatewayV2Client gateway, Shape shape, String api, String id, Change change);

  void delete(ApiGatewayV2Client gateway, String api, String id);

  String id(SdkPojo created);

  /** Adds what AWS has in another form than Pulumi. */
  default PropertyMap outputs(PropertyMap read, SdkPojo found) {
    return read;
  }
}
