/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import dev.plinth.engine.deploy.Alias;
import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads the aliases of a registration, in both forms that there are. */
final class FormerNames {
  private FormerNames() {}

  static List<Alias> of(RegisterResourceRequest request) {
    Stream<Alias> plain = request.getAliasURNsList().stream().map(Urn::new).map(Alias::of);
    Stream<Alias> specified = request.getAliasesList().stream().map(FormerNames::alias);
    return Stream.concat(plain, specified).toList();
  }

  private static Alias alias(AliasOuterClass.Alias alias) {
    if (alias.hasUrn()) {
      return Alias.of(new Urn(alias.getUrn()));
    }
    AliasOuterClass.Alias.Spec spec = alias.getSpec();
    return new Alias(
        Optional.empty(),
        Registration.nonEmpty(spec.getName()),
        Registration.nonEmpty(spec.getType()),
        Registration.nonEmpty(spec.getStack()),
        Registration.nonEmpty(spec.getProject()),
        Registration.nonEmpty(spec.getParentUrn()).map(Urn::new),
        spec.getNoParent());
  }
}
