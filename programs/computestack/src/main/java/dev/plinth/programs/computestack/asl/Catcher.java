/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes elsewhere after some errors.
 *
 * @param resultPath where what is known of the error goes
 */
public record Catcher(List<String> errors, String next, String resultPath) {

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ErrorEquals", errors);
    map.put("Next", next);
    map.put("ResultPath", resultPath);
    return map;
  }
}
