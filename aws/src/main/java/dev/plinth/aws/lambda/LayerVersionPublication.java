/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/**
 * Publishes one layer version. Every call makes another one, so the newest is looked up first: only
 * a newer one can be what an attempt made whose answer was lost.
 */
final class LayerVersionPublication {
  private static final Shape SHAPE = LayerVersionType.SCHEMA.shape();

  private final AwsSession session;
  private final LayerVersionReader reader;
  private final Operation operation;
  private final PropertyMap inputs;
  private final String layer;
  private final Optional<ZipPackage> zip;
  private Optional<String> found = Optional.empty();

  LayerVersionPublication(
      AwsSession session, LayerVersionReader reader, Operation operation, PropertyMap inputs) {
    this.session = session;
    this.reader = reader;
    this.operation = operation;
    this.inputs = inputs;
    this.layer = inputs.text("layerName").orElseThrow();
    this.zip = ZipPackage.in(inputs, session.base());
  }

  CreateResult run() {
    PublishLayerVersionRequest request = request();
    long newest = reader.newest(operation, layer).map(LayerVersionsListItem::version).orElse(0L);
    String arn =
        new SafeCreate(operation, failure -> false, () -> isPublished(newest))
            .run(
                "PublishLayerVersion",
                List.of(),
                () -> session.clients().lambda().publishLayerVersion(request))
            .map(PublishLayerVersionResponse::layerVersionArn)
            .or(() -> found)
            .orElseThrow();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(
            operation, arn, inputs, () -> {}, () -> reader.readBack(operation, arn, prior));
    return new CreateResult(arn, outputs);
  }

  private PublishLayerVersionRequest request() {
    LayerVersionContentInput.Builder content =
        ModelWriter.fill(LayerVersionContentInput.builder(), SHAPE, inputs);
    zip.ifPresent(code -> content.zipFile(code.asSdkBytes()));
    return ModelWriter.fill(PublishLayerVersionRequest.builder(), SHAPE, inputs)
        .content(content.build())
        .build();
  }

  private boolean isPublished(long newest) {
    found =
        reader
            .newest(operation, layer)
            .filter(version -> version.version() > newest)
            .map(LayerVersionsListItem::layerVersionArn)
            .filter(this::isAsAsked);
    return found.isPresent();
  }

  private boolean isAsAsked(String arn) {
    return reader
        .read(operation, arn, new Prior(inputs, PropertyMap.empty()))
        .filter(
            outputs ->
                zip.map(ZipPackage::sha256).equals(outputs.text("codeSha256")) || zip.isEmpty())
        .filter(outputs -> AsAsked.is(SHAPE, inputs, outputs))
        .isPresent();
  }
}
