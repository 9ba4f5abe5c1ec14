/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Output values: read from whoever sends them, never sent, since the Java SDK cannot read them. */
final class OutputForm {
  private OutputForm() {}

  static OutputValue read(PropertyMap fields) {
    return new OutputValue(
        fields.get("value"), fields.bool("secret").orElse(false), dependencies(fields));
  }

  /** The same content without the dependencies: the value, a secret of it, or unknown. */
  static PropertyValue downgrade(OutputValue output) {
    // As with the SDK itself, an unknown loses its secrecy: there is nothing yet to keep secret.
    Optional<PropertyValue> value = output.value();
    if (value.isEmpty()) {
      return Computed.INSTANCE;
    }
    return output.secret() ? new Secret(value.get()) : value.get();
  }

  private static Set<Urn> dependencies(PropertyMap fields) {
    Set<Urn> urns = new LinkedHashSet<>();
    for (PropertyValue dependency : fields.list("dependencies").orElse(List.of())) {
      urns.add(SignedForm.parseUrn(SignedForm.textOf(dependency, "a dependency of an output")));
    }
    return urns;
  }
}
