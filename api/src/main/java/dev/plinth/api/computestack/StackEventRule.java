/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.EventRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule of an event bus.
 *
 * @param path where the manifest describes it, or what encloses it where it is a default
 * @param bus the name of the bus in AWS
 * @param name in AWS
 */
public record StackEventRule(String path, EventRule spec, String bus, String name) {
  /** The bus that every account has, and that services of AWS send their events to. */
  public static final String DEFAULT_BUS = "default";

  /** What the manifest calls it. */
  public String id() {
    return spec.getName();
  }

  /** Where its events go. */
  public List<StackTarget> targets() {
    String list = path.endsWith("]") ? FieldPath.field(path, "targets") : "";
    List<StackTarget> targets = new ArrayList<>();
    for (int i = 0; i < spec.getTargetsCount(); i++) {
      String at = list.isEmpty() ? path : FieldPath.index(list, i);
      targets.add(new StackTarget(at, id(), spec.getTargets(i)));
    }
    return targets;
  }

  /** Whether its events go to such a target. */
  public boolean leadsTo(Predicate<StackTarget> such) {
    return targets().stream().anyMatch(such);
  }

  /** Its ARN, in which the bus default is not named. */
  public String arn(Identity identity) {
    return identity.arn("events", "rule/" + (bus.equals(DEFAULT_BUS) ? "" : bus + "/") + name);
  }
}
