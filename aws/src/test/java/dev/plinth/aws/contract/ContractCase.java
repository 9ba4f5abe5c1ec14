/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * One resource type as the contract test meets it.
 *
 * @param inputs the least that a resource needs, with a fixed name
 * @param changes changes in place, each made to the minimal resource and taken back again
 * @param replacing properties whose change replaces the resource
 * @param meddle changes the resource of an id behind the provider's back
 * @param drifted the path that the meddling shows up as; empty when it takes the resource away
 * @param exists whether AWS has a resource of an id
 * @param importId what an import asks for, made from the id
 */
record ContractCase(
    String type,
    PropertyMap inputs,
    Map<String, PropertyValue> changes,
    Map<String, PropertyMap> replacing,
    BiConsumer<AwsClients, String> meddle,
    String drifted,
    BiPredicate<AwsClients, String> exists,
    UnaryOperator<String> importId) {
  ContractCase {
    changes = new TreeMap<>(changes);
    replacing = new TreeMap<>(replacing);
  }

  /** A type whose imports ask for the id itself. */
  ContractCase(
      String type,
      PropertyMap inputs,
      Map<String, PropertyValue> changes,
      Map<String, PropertyMap> replacing,
      BiConsumer<AwsClients, String> meddle,
      String drifted,
      BiPredicate<AwsClients, String> exists) {
    this(type, inputs, changes, replacing, meddle, drifted, exists, id -> id);
  }

  ContractCase importedAs(UnaryOperator<String> other) {
    return new ContractCase(type, inputs, changes, replacing, meddle, drifted, exists, other);
  }

  @Override
  public String toString() {
    return type;
  }
}
