/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Num;
import java.util.HexFormat;

/** Numbers that JSON cannot write, as the 16 hex digits of their IEEE bits. */
public final class NonFiniteForm {
  private static final String VALUE = "value";

  private NonFiniteForm() {}

  public static PropertyMap of(double value) {
    return PropertyMap.builder()
        .put(Signature.KEY, Signature.NON_FINITE.asValue())
        .put(VALUE, HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value)))
        .build();
  }

  static PropertyValue read(PropertyMap fields) {
    String digits = SignedForm.textOf(SignedForm.required(fields, VALUE, "a number"), "a number");
    try {
      return new Num(Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(digits)));
    } catch (IllegalArgumentException e) {
      throw new MalformedValueException("a number is not written as 16 hex digits");
    }
  }
}
