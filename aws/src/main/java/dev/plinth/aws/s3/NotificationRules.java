/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;

/** What one resource's configurations demand of each other. */
final class NotificationRules implements Constraint {
  @Override
  public void check(PropertyMap inputs, String path, Findings findings) {
    for (Destination destination : Destination.values()) {
      if (inputs.get(destination.property()).filter(PropertyValue::containsUnknowns).isPresent()) {
        return; // what is not known yet is checked when it is
      }
    }
    List<Notification> all = Notifications.of(inputs).all();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        String list = all.get(i).destination().property();
        if (all.get(i).id().equals(all.get(j).id())) {
          findings.add(list, "Two configurations have the id " + all.get(i).id() + ": change one.");
        } else if (all.get(i).overlaps(all.get(j))) {
          findings.add(list, NotificationConflict.overlap(all.get(i), all.get(j)));
        }
      }
    }
  }
}
