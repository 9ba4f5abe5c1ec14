/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demands that many types make. */
public final class Constraints {
  private Constraints() {}

  /** One of the properties must be there, and no second one. */
  public static Constraint exactlyOneOf(String... names) {
    return new OneOf(List.of(names), true);
  }

  /** At most one of the properties may be there. */
  public static Constraint atMostOneOf(String... names) {
    return new OneOf(List.of(names), false);
  }

  /** One of the properties or more must be there. */
  public static Constraint atLeastOneOf(String... names) {
    return new AnyOf(null, List.of(names));
  }

  /** Whoever sets the first property must set one of the others too. */
  public static Constraint needsOneOf(String name, String... needed) {
    return new AnyOf(name, List.of(needed));
  }

  /** Whoever sets the first property must set the second too. */
  public static Constraint needs(String name, String needed) {
    return new Needs(name, needed);
  }

  private record OneOf(List<String> names, boolean needed) implements Constraint {
    @Override
    public void check(PropertyMap inputs, String path, Findings findings) {
      List<String> present = names.stream().filter(inputs::has).toList();
      if (present.size() > 1) {
        String others = String.join(" or ", names);
        findings.add(
            Paths.member(path, present.get(1)),
            String.join(" and ", present) + " exclude each other: keep one of " + others + ".");
      } else if (needed && present.isEmpty()) {
        findings.add(path, "One of " + String.join(", ", names) + " is needed.");
      }
    }
  }

  private record AnyOf(@Nullable String because, List<String> names) implements Constraint {
    @Override
    public void check(PropertyMap inputs, String path, Findings findings) {
      boolean demanded = because == null || inputs.has(because);
      if (demanded && names.stream().noneMatch(inputs::has)) {
        findings.add(path, "One of " + String.join(", ", names) + " is needed.");
      }
    }
  }

  private record Needs(String name, String needed) implements Constraint {
    @Override
    public void check(PropertyMap inputs, String path, Findings findings) {
      if (inputs.has(name) && !inputs.has(needed)) {
        findings.add(Paths.member(path, name), name + " works only together with " + needed + ".");
      }
    }
  }
}
