/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a resource's name from its logical name: {@code <name>-<7 hex digits>}, as Pulumi's AWS
 * provider does.
 *
 * @param property the property that takes the name
 * @param maxLength the longest name, suffix included
 * @param instead a property that makes AWS or the provider find a name; null when there is none
 * @param suffix what AWS demands that the name ends with when {@code suffixed} is true
 * @param suffixed the property that makes AWS demand the suffix; null when there is none
 * @param digits how many random digits follow the logical name; with none there is no hyphen
 */
public record Autoname(
    String property,
    int maxLength,
    @Nullable String instead,
    String suffix,
    @Nullable String suffixed,
    int digits) {
  private static final int DIGITS = 7;
  private static final String HEX = "0123456789abcdef";

  public Autoname(String property, int maxLength, @Nullable String instead) {
    this(property, maxLength, instead, "", null, DIGITS);
  }

  /** The logical name itself, for what is unique by other means. */
  public static Autoname plain(String property, int maxLength) {
    return new Autoname(property, maxLength, null, "", null, 0);
  }

  /** The same names, but with a suffix where a property is true. */
  public Autoname endingWith(String ending, String where) {
    return new Autoname(property, maxLength, instead, ending, where, digits);
  }

  boolean applies(PropertyMap inputs) {
    return !inputs.has(property) && (instead == null || !inputs.has(instead));
  }

  /** The name, or null with a finding when it would be too long. */
  @Nullable String draw(String logicalName, byte[] seed, PropertyMap inputs, Findings findings) {
    int random = digits == 0 ? 0 : 1 + digits;
    if (logicalName.length() + random > maxLength) {
      findings.add(property, tooLong(logicalName));
      return null;
    }
    StringBuilder name = new StringBuilder(logicalName);
    if (digits > 0) {
      name.append('-');
    }
    long bits = mix(seed);
    for (int i = 0; i < digits; i++) {
      name.append(HEX.charAt((int) (bits >>> (60 - 4 * i)) & 0xf));
    }
    boolean ends = suffixed != null && inputs.bool(suffixed).orElse(false);
    return ends ? name.append(suffix).toString() : name.toString();
  }

  private String tooLong(String logicalName) {
    return "The name \""
        + logicalName
        + (digits == 0 ? "\" is longer" : "\" plus " + digits + " random characters is longer")
        + " than the "
        + maxLength
        + " that AWS takes: set "
        + property
        + ", or give the resource a shorter name.";
  }

  /**
   * FNV-1a with a final mix: a message digest would load the security providers for seven digits.
   */
  private static long mix(byte[] seed) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : seed) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
