/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Resources that have tags, by their ARNs. */
interface Tagged {
  Map<String, String> tags(String arn);

  void changeTags(String arn, UnaryOperator<Map<String, String>> change);
}
