/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/** What a zip package demands and an image forbids, as CreateFunction's documentation has it. */
record PackageTypeRules() implements Constraint {
  private static final List<String> ZIP_NEEDS = List.of("handler", "runtime");
  private static final List<String> ZIP_FORBIDS = List.of("imageUri", "imageConfig");
  private static final List<String> IMAGE_FORBIDS =
      List.of("handler", "runtime", "layers", "code", "s3Bucket");

  @Override
  public void check(PropertyMap inputs, String path, Findings findings) {
    inputs.text("packageType").ifPresent(type -> check(type, inputs, findings));
  }

  private static void check(String type, PropertyMap inputs, Findings findings) {
    if (type.equals("Zip")) {
      for (String name : ZIP_NEEDS) {
        if (!inputs.has(name)) {
          findings.add(name, "A function whose packageType is Zip needs a " + name + ".");
        }
      }
      forbid(ZIP_FORBIDS, "Zip", inputs, findings);
    } else if (type.equals("Image")) {
      forbid(IMAGE_FORBIDS, "Image", inputs, findings);
    }
  }

  private static void forbid(
      List<String> names, String type, PropertyMap inputs, Findings findings) {
    for (String name : names) {
      if (isSet(inputs, name)) {
        findings.add(
            name,
            "A function whose packageType is "
                + type
                + " takes no "
                + name
                + ": take it out, or change packageType.");
      }
    }
  }

  private static boolean isSet(PropertyMap inputs, String name) {
    boolean empty =
        inputs.list(name).filter(List::isEmpty).isPresent()
            || inputs.text(name).filter(String::isEmpty).isPresent();
    return inputs.has(name) && !empty;
  }
}
