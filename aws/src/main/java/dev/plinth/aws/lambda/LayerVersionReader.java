/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;

/** Reads layer versions. */
final class LayerVersionReader {
  private static final Shape SHAPE = LayerVersionType.SCHEMA.shape();
  private static final int PARTS = 8;
  private static final int NAME = 6;

  private final AwsSession session;

  LayerVersionReader(AwsSession session) {
    this.session = session;
  }

  Optional<PropertyMap> read(Operation operation, String arn, Prior prior) {
    String[] parts = parts(arn);
    GetLayerVersionRequest request =
        GetLayerVersionRequest.builder()
            .layerName(parts[NAME])
            .versionNumber(number(arn, parts[NAME + 1]))
            .build();
    return operation
        .ifThere("GetLayerVersion", () -> lambda().getLayerVersion(request))
        .map(found -> outputs(found, parts[NAME], prior));
  }

  PropertyMap readBack(Operation operation, String arn, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, arn, prior), found -> found);
  }

  /** The ARN of the newest version of a layer, if it has any. */
  Optional<LayerVersionsListItem> newest(Operation operation, String layer) {
    ListLayerVersionsRequest request =
        ListLayerVersionsRequest.builder().layerName(layer).maxItems(1).build();
    return operation
        .ifThere("ListLayerVersions", () -> lambda().listLayerVersions(request))
        .flatMap(page -> page.layerVersions().stream().findFirst());
  }

  private static PropertyMap outputs(GetLayerVersionResponse found, String name, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    outputs.putAll(ModelReader.read(SHAPE, found));
    if (found.content() != null) {
      outputs.putAll(ModelReader.read(SHAPE, found.content()));
    }
    boolean byArn = prior.inputs().text("layerName").filter(found.layerArn()::equals).isPresent();
    return outputs.put("layerName", byArn ? found.layerArn() : name).build();
  }

  private static String[] parts(String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length != PARTS || !parts[NAME - 1].equals("layer")) {
      throw notAnArn(arn);
    }
    return parts;
  }

  private static long number(String arn, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notAnArn(arn);
    }
  }

  private static ProviderException notAnArn(String id) {
    return new ProviderException(
        "\"" + id + "\" is not the ARN of a layer version.",
        "Use arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION.",
        null);
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
