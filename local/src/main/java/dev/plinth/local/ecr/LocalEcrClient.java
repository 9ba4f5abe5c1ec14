/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.ecr;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Refusal;
import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.catalogue.Artifacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;

/**
 * ECR as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it; so does a list of all
 * images of a repository.
 */
public final class LocalEcrClient implements EcrClient {
  private final AccountContext account;
  private final Artifacts artifacts;

  public LocalEcrClient(AccountContext account, Artifacts artifacts) {
    this.account = account;
    this.artifacts = artifacts;
  }

  @Override
  public DescribeImagesResponse describeImages(DescribeImagesRequest request) {
    if (request.imageIds().isEmpty()) {
      throw new UnsupportedOperationException(
          "The local account does not list the images of a repository");
    }
    String registry = Optional.ofNullable(request.registryId()).orElse(account.accountId());
    List<ImageDetail> details =
        request.imageIds().stream()
            .map(id -> detail(registry, request.repositoryName(), id))
            .toList();
    return DescribeImagesResponse.builder().imageDetails(details).build();
  }

  private ImageDetail detail(String registry, String repository, ImageIdentifier id) {
    String place =
        registry
            + ".dkr.ecr."
            + account.region()
            + "."
            + account.partition().dnsSuffix()
            + "/"
            + repository;
    String which = id.imageTag() != null ? ":" + id.imageTag() : "@" + id.imageDigest();
    Artifact image =
        artifacts.image(
            place + which, "ecr:DescribeImages", () -> notFound(registry, repository, id));
    return ImageDetail.builder()
        .registryId(registry)
        .repositoryName(repository)
        .imageDigest("sha256:" + image.sha256())
        .imageTags(id.imageTag() == null ? List.of() : List.of(id.imageTag()))
        .imageSizeInBytes(image.size())
        .imagePushedAt(Instant.EPOCH)
        .build();
  }

  private static RuntimeException notFound(String registry, String repository, ImageIdentifier id) {
    String message =
        "The image with imageId {imageDigest:'"
            + id.imageDigest()
            + "', imageTag:'"
            + id.imageTag()
            + "'} does not exist within the repository with name '"
            + repository
            + "' in the registry with id '"
            + registry
            + "'";
    return new Refusal("Ecr", "ImageNotFoundException", 400, message)
        .describe(ImageNotFoundException.builder())
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
