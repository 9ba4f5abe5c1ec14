/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of a policy.
 *
 * @param sid what it is for; with a wildcard resource, why there is no narrower one
 * @param principal who, in a resource's policy; empty in a role's
 * @param conditions operator to key to value, or to values of which one has to match
 */
public record Statement(
    String sid,
    Map<String, Object> principal,
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, Object>> conditions) {

  /** Allows a role's holder something. */
  public static Statement allow(String sid, List<String> actions, List<String> resources) {
    return new Statement(sid, Map.of(), actions, resources, Map.of());
  }

  /** Allows a service something, on condition that it acts for one of the sources. */
  public static Statement allowService(
      String sid, String service, String action, String resource, List<String> sourceArns) {
    return new Statement(
        sid,
        Map.of("Service", service),
        List.of(action),
        List.of(resource),
        Map.of("ArnEquals", Map.of("aws:SourceArn", oneOrAll(sourceArns))));
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("Sid", sid);
    map.put("Effect", "Allow");
    if (!principal.isEmpty()) {
      map.put("Principal", principal);
    }
    map.put("Action", oneOrAll(actions));
    if (!resources.isEmpty()) {
      map.put("Resource", oneOrAll(resources));
    }
    if (!conditions.isEmpty()) {
      map.put("Condition", conditions);
    }
    return map;
  }

  private static Object oneOrAll(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }
}
