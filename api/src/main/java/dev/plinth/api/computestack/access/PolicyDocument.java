/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack.access;

import dev.plinth.api.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies of IAM and of resources, as JSON. */
public final class PolicyDocument {
  private PolicyDocument() {}

  /** A policy with these statements. */
  public static String of(List<Statement> statements) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Statement", statements.stream().map(Statement::toMap).toList());
    return JsonText.of(document);
  }

  /** The policy of a role that one service may assume, for resources of one account only. */
  public static String trust(String service, String account) {
    return of(
        List.of(
            new Statement(
                "AssumedByService",
                Map.of("Service", service),
                List.of("sts:AssumeRole"),
                List.of(),
                Map.of("StringEquals", Map.of("aws:SourceAccount", account)))));
  }

  /** The policy of a role that Lambda may assume, which names no source account when it does. */
  public static String trustLambda() {
    return of(
        List.of(
            new Statement(
                "AssumedByService",
                Map.of("Service", "lambda.amazonaws.com"),
                List.of("sts:AssumeRole"),
                List.of(),
                Map.of())));
  }
}
