/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.ec2;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * The filters of a describe call: all must match, each by one of its values, in which {@code *} and
 * {@code ?} stand for any characters and any one.
 */
final class Filters {
  private final List<Filter> filters;

  /**
   * @param known the filters that the operation of the local account knows
   */
  Filters(List<Filter> filters, Set<String> known) {
    for (Filter filter : filters) {
      if (!known.contains(filter.name())) {
        throw Ec2Fault.of("InvalidParameterValue", "The filter '" + filter.name() + "' is invalid");
      }
    }
    this.filters = filters;
  }

  /**
   * @param values what the described thing has, by filter
   */
  boolean match(Map<String, String> values) {
    return filters.stream()
        .allMatch(
            filter ->
                filter.values().stream()
                    .anyMatch(value -> matches(value, values.getOrDefault(filter.name(), ""))));
  }

  private static boolean matches(String wanted, String value) {
    if (wanted.indexOf('*') < 0 && wanted.indexOf('?') < 0) {
      return wanted.equals(value);
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : "\\Q" + c + "\\E");
    }
    return value.matches(regex.toString());
  }
}
