/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.InvokeRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** Calls functions of providers for a program. */
final class Invocations {
  private final ProviderRegistry providers;
  private final DefaultProviders defaults;
  private final EventStream events;
  private final RunControl control;

  Invocations(
      ProviderRegistry providers,
      DefaultProviders defaults,
      EventStream events,
      RunControl control) {
    this.providers = providers;
    this.defaults = defaults;
    this.events = events;
    this.control = control;
  }

  /**
   * Calls a function.
   *
   * @param provider the reference of whose it is; else the default provider of its package is asked
   * @param version of the default provider
   * @return empty from a provider whose configuration a preview does not know
   */
  PropertyMap invoke(String token, PropertyMap args, Optional<String> provider, String version) {
    control.requireRunning();
    ProviderReference reference =
        provider
            .map(ProviderReference::parse)
            .orElseGet(() -> defaults.get(packageOf(token), version));
    if (args.containsUnknowns()) {
      throw new ProviderException("Invoke of '" + token + "' has arguments that are not known yet");
    }
    ProviderInstance instance = providers.get(reference);
    return instance.configured()
        ? answer(instance, new InvokeRequest(token, ResourceIds.inPlaceOfReferences(args)))
        : PropertyMap.empty();
  }

  /** Tells here of a failure, where it is known what was asked. */
  private PropertyMap answer(ProviderInstance instance, InvokeRequest request) {
    try {
      return instance.provider().invoke(request);
    } catch (ProviderException e) {
      events.error(request, Failure.of(e));
      control.fail();
      throw new StepFailedException(e.getMessage(), e);
    }
  }

  private static String packageOf(String token) {
    int colon = token.indexOf(':');
    return colon < 0 ? token : token.substring(0, colon);
  }
}
