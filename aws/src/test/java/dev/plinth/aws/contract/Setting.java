/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.ResourceTypes;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Driver;
import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.value.PropertyMap;
import java.util.function.Consumer;

/** Where a case plays: what the account has, and what the case puts there first. */
interface Setting {
  /** Where nothing is made; for the names of a case's parts. */
  Setting IMAGINED =
      new Setting() {
        @Override
        public Surroundings surroundings() {
          return Surroundings.ASSUMED;
        }

        @Override
        public PropertyMap given(String type, PropertyMap inputs) {
          PropertyMap.Builder outputs = inputs.toBuilder();
          for (Property property : ResourceTypes.find(type).schema().shape().properties()) {
            if (!inputs.has(property.name())) {
              outputs.put(property.name(), "imagined");
            }
          }
          return outputs.put("id", "imagined").build();
        }

        @Override
        public void act(Consumer<AwsClients> act) {}
      };

  /** An account to test against; what is given is made by the provider itself. */
  static Setting of(Backend backend, Driver driver) {
    return new Setting() {
      @Override
      public Surroundings surroundings() {
        return backend.surroundings();
      }

      @Override
      public PropertyMap given(String type, PropertyMap inputs) {
        var made = driver.create(type, inputs);
        return made.outputs().toBuilder().put("id", made.id()).build();
      }

      @Override
      public void act(Consumer<AwsClients> act) {
        act.accept(backend.behind());
      }
    };
  }

  Surroundings surroundings();

  /**
   * A resource that the case's own one needs, such as the function of a permission.
   *
   * @return its outputs, and its id as {@code id}
   */
  PropertyMap given(String type, PropertyMap inputs);

  /** Does to the account what no resource type does. */
  void act(Consumer<AwsClients> act);
}
