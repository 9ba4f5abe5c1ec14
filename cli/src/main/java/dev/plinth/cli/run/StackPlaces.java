/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.manifest.SourceMap;
import dev.plinth.cli.render.Origins;
import dev.plinth.cli.render.Place;
import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.urn.Urn;
import dev.plinth.programs.computestack.ComputeStackOrigins;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.Optional;

/** Finds the line of an AwsComputeStack manifest that a resource comes from. */
final class StackPlaces implements Origins {
  private final ComputeStackOrigins origins;
  private final SourceMap sources;

  StackPlaces(AwsComputeStack manifest, SourceMap sources) {
    this.origins = new ComputeStackOrigins(manifest);
    this.sources = sources;
  }

  @Override
  public Optional<Place> find(Urn urn, String property) {
    return origins
        .of(urn.type(), urn.name(), property)
        .map(path -> new Place(sources.locate(path), path));
  }

  /** What is not looked up for a function's code is asked for the stack as a whole. */
  @Override
  public Optional<Place> find(InvokeRequest invoke) {
    return origins
        .ofLookup(invoke.token(), invoke.args()::text)
        .map(path -> new Place(sources.locate(path), path))
        .or(() -> Optional.of(new Place(sources.locate("metadata.name"), "")));
  }
}
