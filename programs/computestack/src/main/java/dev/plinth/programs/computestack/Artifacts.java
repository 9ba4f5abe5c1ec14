/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.LayerVersion;
import com.pulumi.aws.lambda.LayerVersionArgs;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.functions.ReferenceFunctions;
import dev.plinth.programs.awslambda.function.CodePin;
import dev.plinth.programs.awslambda.function.FunctionCode;
import dev.plinth.proto.computestack.Layer;
import dev.plinth.proto.computestack.S3Archive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code of functions, and the layers. Local code goes through the artifact bucket, if any; the
 * checksum of what was put there is the one that Lambda answers, so that in a bucket without
 * versions new bytes are a change of the function too.
 */
final class Artifacts {
  private final Site site;
  private final CodePin pin;
  private final Map<String, Output<String>> layers = new LinkedHashMap<>();
  private final Map<String, BucketObjectv2> uploads = new LinkedHashMap<>();

  private Artifacts(Site site) {
    this.site = site;
    this.pin = new CodePin(site.looks());
  }

  static Artifacts create(Site site) {
    Artifacts artifacts = new Artifacts(site);
    site.stack().spec().getLayersList().forEach(artifacts::addLayer);
    return artifacts;
  }

  private void addLayer(Layer layer) {
    if (layer.hasArn()) {
      layers.put(layer.getName(), Output.of(layer.getArn().getValue()));
      return;
    }
    LayerVersion version =
        new LayerVersion(
            layer.getName(),
            LayerVersionArgs.builder()
                .layerName(site.name(layer.getName()))
                .code(new FileArchive(layer.getLocalPath()))
                .compatibleRuntimes(layer.getCompatibleRuntimesList())
                .build(),
            site.options().build());
    layers.put(layer.getName(), version.arn());
  }

  /** The layers of a function, in its order. */
  Output<List<String>> layersOf(StackFunction function) {
    List<Output<String>> arns = new ArrayList<>();
    function.spec().getLayersList().forEach(name -> arns.add(layers.get(name)));
    return Output.all(arns);
  }

  FunctionCode codeOf(StackFunction function) {
    if (!function.hasOwnCode()) {
      return local(ReferenceFunctions.location().toString(), "functions", function);
    }
    if (!function.spec().getCode().getImageUri().isEmpty()) {
      return pin.image(function.spec().getCode().getImageUri());
    }
    String path = function.spec().getCode().getLocalPath();
    return path.isEmpty()
        ? uploaded(function.spec().getCode().getS3(), function)
        : local(path, function.id(), function);
  }

  private FunctionCode uploaded(S3Archive s3, StackFunction function) {
    if (s3.getObjectVersion().isEmpty()) {
      return pin.object(
          s3.getBucket().getValue(), s3.getKey(), function.runtime(), function.handler());
    }
    return new FunctionCode.S3Object(
        Output.of(s3.getBucket().getValue()),
        Output.of(s3.getKey()),
        Optional.of(Output.of(s3.getObjectVersion())),
        function.runtime(),
        function.handler());
  }

  private FunctionCode local(String path, String name, StackFunction function) {
    FileArchive archive = new FileArchive(path);
    if (!site.stack().spec().getStorage().hasArtifactBucket()) {
      return new FunctionCode.LocalArchive(archive, function.runtime(), function.handler());
    }
    BucketObjectv2 object = uploads.computeIfAbsent(name, key -> upload(key, archive));
    return new FunctionCode.S3Object(
        object.bucket(),
        object.key(),
        Optional.of(object.versionId()),
        Optional.of(object.checksumSha256()),
        function.runtime(),
        function.handler());
  }

  private BucketObjectv2 upload(String name, FileArchive archive) {
    return new BucketObjectv2(
        name,
        BucketObjectv2Args.builder()
            .bucket(site.stack().spec().getStorage().getArtifactBucket().getValue())
            .key(site.stack().names().prefix() + "/" + name + ".zip")
            .source(archive)
            .checksumAlgorithm("SHA256")
            .build(),
        site.options().build());
  }
}
