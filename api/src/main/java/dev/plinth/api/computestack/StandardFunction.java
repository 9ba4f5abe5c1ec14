/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.ComputeFunction;
import dev.plinth.proto.computestack.Functions;
import java.util.Locale;
import java.util.function.Function;

/** The six functions that every stack has unless they are switched off. */
@SuppressWarnings("ImmutableEnumChecker") // A getter has no state.
public enum StandardFunction {
  /** Answers requests. */
  API_PROCESSOR(512, 30, "Answers API requests", Functions::getApiProcessor),
  /** Works through the task queue. */
  DATA_PROCESSOR(1024, 300, "Works through the task queue", Functions::getDataProcessor),
  /** Processes objects. */
  FILE_PROCESSOR(2048, 300, "Processes objects of S3", Functions::getFileProcessor),
  /** Runs on schedules. */
  SCHEDULER(512, 600, "Runs on schedules", Functions::getScheduler),
  /** Sends notifications on. */
  NOTIFICATION_HANDLER(256, 60, "Sends notifications on", Functions::getNotificationHandler),
  /** Authorizes requests. */
  AUTH_HANDLER(256, 30, "Authorizes requests of the HTTP API", Functions::getAuthHandler);

  /** Runtime of the project's own functions. */
  public static final String RUNTIME = "java21";

  private static final int LONGEST_TIMEOUT_SECONDS = 900;

  private final int memoryMb;
  private final int timeoutSeconds;
  private final String description;
  private final Function<Functions, ComputeFunction> override;

  StandardFunction(
      int memoryMb,
      int timeoutSeconds,
      String description,
      Function<Functions, ComputeFunction> override) {
    this.memoryMb = memoryMb;
    this.timeoutSeconds = timeoutSeconds;
    this.description = description;
    this.override = override;
  }

  /** Its name in manifests, such as {@code api_processor}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Memory in MB. */
  public int memoryMb() {
    return memoryMb;
  }

  /** Longest run in seconds, in production. */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** Longest run in seconds under a profile. */
  int timeoutSeconds(ProfileSettings settings) {
    return Math.min(LONGEST_TIMEOUT_SECONDS, timeoutSeconds * settings.timeoutPercent() / 100);
  }

  String description() {
    return description;
  }

  ComputeFunction override(Functions functions) {
    return override.apply(functions);
  }

  /** The handler of the project's own function for it. */
  public String handler() {
    StringBuilder handler = new StringBuilder("dev.plinth.functions.");
    for (String word : id().split("_", -1)) {
      handler.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return handler.append("::handleRequest").toString();
  }
}
