/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that AWS makes from a service's model: presence, length, range, pattern, enumeration.
 * All findings of a request are collected and told in one message, in AWS's wording. An absent
 * optional value passes every check.
 */
public final class Constraints {
  private final List<String> findings = new ArrayList<>();

  public Constraints required(@Nullable Object value, String member) {
    if (value == null) {
      findings.add(
          "Value null at '" + member + "' failed to satisfy constraint: Member must not be null");
    }
    return this;
  }

  public Constraints range(@Nullable Integer value, String member, int least, int most) {
    if (value != null && value < least) {
      fail(value, member, "Member must have value greater than or equal to " + least);
    }
    if (value != null && value > most) {
      fail(value, member, "Member must have value less than or equal to " + most);
    }
    return this;
  }

  public Constraints length(@Nullable String value, String member, int least, int most) {
    return size(value, value == null ? least : value.length(), member, least, most);
  }

  public Constraints count(@Nullable Collection<?> values, String member, int most) {
    return size(values, values == null ? 0 : values.size(), member, 0, most);
  }

  /** Checks a value against a pattern, of which the message shows the regular expression. */
  public Constraints pattern(@Nullable String value, String member, Pattern pattern) {
    if (value != null && !pattern.matcher(value).matches()) {
      fail(value, member, "Member must satisfy regular expression pattern: " + pattern.pattern());
    }
    return this;
  }

  public Constraints oneOf(@Nullable Object value, String member, Collection<?> allowed) {
    if (value != null && !allowed.contains(value)) {
      fail(value, member, "Member must satisfy enum value set: " + allowed);
    }
    return this;
  }

  /** Adds a finding about a value that must not be shown. */
  public Constraints secret(boolean satisfied, String member, String constraint) {
    if (!satisfied) {
      findings.add("Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }
    return this;
  }

  /** Adds a finding of a kind that has no method of its own. */
  public Constraints that(boolean satisfied, Object value, String member, String constraint) {
    if (!satisfied) {
      fail(value, member, constraint);
    }
    return this;
  }

  /** The message for all findings, or empty when there are none. */
  public Optional<String> message() {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    String errors = findings.size() == 1 ? " validation error" : " validation errors";
    return Optional.of(findings.size() + errors + " detected: " + String.join("; ", findings));
  }

  private Constraints size(@Nullable Object value, int size, String member, int least, int most) {
    if (value != null && size < least) {
      fail(value, member, "Member must have length greater than or equal to " + least);
    }
    if (value != null && size > most) {
      fail(value, member, "Member must have length less than or equal to " + most);
    }
    return this;
  }

  private void fail(Object value, String member, String constraint) {
    findings.add(
        "Value '" + value + "' at '" + member + "' failed to satisfy constraint: " + constraint);
  }
}
