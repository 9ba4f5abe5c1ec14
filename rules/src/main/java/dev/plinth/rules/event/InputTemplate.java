/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.event;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a target gets in the place of an event, with {@code <names>} of parts of the event in it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input
 *     transformation in EventBridge</a>
 */
public record InputTemplate(String text) {
  /** The names that EventBridge itself defines. */
  public static final List<String> PREDEFINED =
      List.of(
          "aws.events.rule-arn",
          "aws.events.rule-name",
          "aws.events.event.ingestion-time",
          "aws.events.event",
          "aws.events.event.json");

  private static final Pattern NAME = Pattern.compile("<([A-Za-z0-9_.-]+)>");

  /** The names in it that are defined neither here nor by EventBridge, each once. */
  public List<String> undefined(Set<String> defined) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult name) -> name.group(1))
        .filter(name -> !defined.contains(name) && !PREDEFINED.contains(name))
        .distinct()
        .toList();
  }
}
