/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.cli.render.Origins;
import dev.plinth.cli.render.Place;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.programs.awslambda.LookupOrigins;
import dev.plinth.programs.awslambda.ManifestOrigins;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the line of a manifest, or of the provider configuration, that a property was set from. */
final class ManifestPlaces implements Origins {
  private static final String PROVIDER_CONFIG = "provider_config.";
  private static final String NAME = "metadata.name";

  private final List<Manifest<?>> manifests;
  private final Map<String, SourceMap> byName = new HashMap<>();
  private final Optional<SourceMap> providerConfig;

  /**
   * @param providerConfig where the fields of the provider configuration stand, when it is a file
   */
  ManifestPlaces(List<Manifest<?>> manifests, Optional<SourceMap> providerConfig) {
    this.manifests = List.copyOf(manifests);
    for (Manifest<?> manifest : manifests) {
      byName.put(ManifestMetadata.of(manifest.message()).getName(), manifest.sources());
    }
    this.providerConfig = providerConfig;
  }

  /** Both resources of a manifest are called by its name. */
  @Override
  public Optional<Place> find(Urn urn, String property) {
    Optional<String> field =
        property.isEmpty() ? Optional.empty() : ManifestOrigins.of(urn.type(), property);
    if (ProviderReference.isProviderType(urn.type())) {
      return field
          .filter(path -> path.startsWith(PROVIDER_CONFIG))
          .map(path -> path.substring(PROVIDER_CONFIG.length()))
          .flatMap(path -> providerConfig.map(map -> new Place(map.locate(path), path)));
    }
    String path = field.orElse(NAME);
    return Optional.ofNullable(byName.get(urn.name()))
        .map(map -> new Place(map.locate(path), field.isPresent() ? path : ""));
  }

  @Override
  public Optional<Place> find(InvokeRequest invoke) {
    return manifests.stream().flatMap(manifest -> find(invoke, manifest).stream()).findFirst();
  }

  private static Optional<Place> find(InvokeRequest invoke, Manifest<?> manifest) {
    return manifest.message() instanceof AwsLambda function
        ? code(function.getSpec())
            .find(invoke.token(), invoke.args()::text)
            .map(field -> FieldPath.field("spec", field))
            .map(path -> new Place(manifest.sources().locate(path), path))
        : Optional.empty();
  }

  private static LookupOrigins code(AwsLambdaSpec spec) {
    return new LookupOrigins(spec.getS3().getBucket(), spec.getS3().getKey(), spec.getImageUri());
  }
}
