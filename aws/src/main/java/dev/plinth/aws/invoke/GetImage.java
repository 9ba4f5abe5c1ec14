/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.RegionFacts;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** {@code aws:ecr/getImage:getImage}: an image by its tag or its digest. */
final class GetImage {
  private final EcrClient ecr;
  private final RegionFacts region;
  private final Operation operation;
  private final PropertyMap args;

  GetImage(EcrClient ecr, RegionFacts region, Operation operation, PropertyMap args) {
    this.ecr = ecr;
    this.region = region;
    this.operation = operation;
    this.args = args;
  }

  PropertyMap answer() {
    ImageDetail image = find();
    PropertyMap.Builder answer =
        PropertyMap.builder()
            .put("id", image.imageDigest())
            .put("imageDigest", image.imageDigest())
            .put("imagePushedAt", (double) image.imagePushedAt().getEpochSecond())
            .put("imageSizeInBytes", (double) image.imageSizeInBytes())
            .putTexts("imageTags", image.imageTags())
            .put("imageUri", uri(image))
            .put("registryId", image.registryId())
            .put("repositoryName", image.repositoryName());
    args.text("imageTag").ifPresent(tag -> answer.put("imageTag", tag));
    return answer.build();
  }

  private ImageDetail find() {
    Optional<String> tag = args.text("imageTag");
    Optional<String> digest = args.text("imageDigest");
    if (tag.isEmpty() && digest.isEmpty()) {
      throw new ProviderException(
          "An image is found by its imageTag or its imageDigest, and neither is given.",
          "Give one of them; the native AWS provider does not look for the mostRecent image.",
          null);
    }
    ImageIdentifier.Builder wanted = ImageIdentifier.builder();
    tag.ifPresent(wanted::imageTag);
    digest.ifPresent(wanted::imageDigest);
    DescribeImagesRequest.Builder request =
        DescribeImagesRequest.builder()
            .repositoryName(
                args.text("repositoryName").orElseThrow(() -> Invokes.missing("repositoryName")))
            .imageIds(wanted.build());
    args.text("registryId").ifPresent(request::registryId);
    try {
      return operation
          .call("DescribeImages", () -> ecr.describeImages(request.build()))
          .imageDetails()
          .get(0);
    } catch (AwsFailure failure) {
      throw new ProviderException(failure.getMessage(), remedy(failure), failure);
    }
  }

  private static String remedy(AwsFailure failure) {
    return switch (failure.code()) {
      case "ImageNotFoundException", "RepositoryNotFoundException" ->
          "Push the image first, or mend its name; Lambda takes images from the function's own"
              + " region only.";
      case "AccessDeniedException" ->
          "Grant ecr:DescribeImages on the repository to the credentials in use, or name the image"
              + " by its digest, which needs no look.";
      default -> failure.remedy().orElse("Run again.");
    };
  }

  private String uri(ImageDetail image) {
    return "%s.dkr.ecr.%s.%s/%s@%s"
        .formatted(
            image.registryId(),
            region.id(),
            region.dnsSuffix(),
            image.repositoryName(),
            image.imageDigest());
  }
}
