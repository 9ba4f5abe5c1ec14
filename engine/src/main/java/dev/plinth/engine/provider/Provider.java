/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;

/**
 * Manages the resources of one package. The engine calls {@link #checkConfig}, {@link #configure}
 * and then any of the others, from many threads at once; every method blocks until it has its
 * answer.
 *
 * <p>Every method may throw {@link ProviderException}, whose message is shown to the user. Values
 * in requests may be secret anywhere and, where a request says so, unknown.
 */
public interface Provider extends AutoCloseable {

  /** Checks and completes the provider's own configuration; unknowns are allowed. */
  CheckResult checkConfig(CheckRequest request);

  /** Compares two configurations; a replacement there replaces every resource of the provider. */
  DiffResult diffConfig(DiffRequest request);

  /**
   * Takes a configuration without unknowns into use. Fails where the configuration cannot work, and
   * makes no call that writes.
   */
  void configure(PropertyMap config);

  /** Validates a resource's inputs and fills in defaults and names; makes no call that writes. */
  CheckResult check(CheckRequest request);

  /** Says whether and how new inputs change a resource; makes no call that writes. */
  DiffResult diff(DiffRequest request);

  /**
   * Creates a resource, or, for a preview, says what its outputs will be.
   *
   * @throws PartialFailureException when the resource exists but is not as asked
   */
  CreateResult create(CreateRequest request);

  /**
   * Says what became of a create that was interrupted before its answer was recorded: the engine
   * asks when it next runs, and never creates anew what may be there. A provider finds the resource
   * by the intent, where it left that in the cloud, or by a name that the inputs determine; it
   * answers {@link Found.Created} only for what that create made.
   */
  default Found find(FindRequest request) {
    return new Found.Unknown("its provider has no way to look for it");
  }

  /**
   * Reads a resource as it is now.
   *
   * @return empty when it does not exist
   */
  ReadResult read(ReadRequest request);

  /**
   * Changes a resource in place, or, for a preview, says what its outputs will be.
   *
   * @return all outputs
   * @throws PartialFailureException when some of the changes were made
   */
  PropertyMap update(UpdateRequest request);

  /** Deletes a resource; that it is gone already is a success. */
  void delete(DeleteRequest request);

  /** Calls a function of the package, such as {@code aws:index/getRegion:getRegion}. */
  PropertyMap invoke(InvokeRequest request);

  /** Asks calls in flight to end soon; they may fail. */
  void cancel();

  /** Gives up connections; the provider is not used again. */
  @Override
  void close();
}
