/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a profile sets. The table in {@code docs/compute-stack.md} is made from it.
 *
 * @param timeoutPercent of the timeouts of {@link StandardFunction}
 * @param applicationLogLevel least level of what functions log
 * @param systemLogLevel least level of what Lambda logs about them; not above INFO, where it
 *     reports on each invocation, for cold starts are counted from that
 * @param reservedApi concurrency reserved for the API processor; 0 for none
 * @param reservedData the same for the data processor
 * @param reservedAuth the same for the auth handler
 * @param queueConcurrency most invocations at once for one queue
 * @param provisionedMinimum environments of the API processor kept ready; 0 for none
 * @param provisionedMaximum up to which auto-scaling goes
 * @param errorRatePercent share of failed invocations that raises an alarm
 */
public record ProfileSettings(
    int timeoutPercent,
    String applicationLogLevel,
    String systemLogLevel,
    int logRetentionDays,
    int reservedApi,
    int reservedData,
    int reservedAuth,
    int queueConcurrency,
    int provisionedMinimum,
    int provisionedMaximum,
    boolean httpApi,
    int throttlingRateLimit,
    int throttlingBurstLimit,
    int errorRatePercent) {

  /** Each setting in words, in the order in which people read them. */
  public Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("timeouts, of those of the roles", timeoutPercent + " %");
    words.put("log levels, application and system", applicationLogLevel + ", " + systemLogLevel);
    words.put("log retention", logRetentionDays + " days");
    words.put("reserved for api_processor", orNone(reservedApi));
    words.put("reserved for data_processor", orNone(reservedData));
    words.put("reserved for auth_handler", orNone(reservedAuth));
    words.put("invocations at once for one queue", String.valueOf(queueConcurrency));
    words.put(
        "provisioned for api_processor",
        provisionedMinimum == 0
            ? "none"
            : provisionedMinimum + " to " + provisionedMaximum + ", auto-scaled");
    words.put("HTTP API", httpApi ? "on" : "off");
    words.put(
        "HTTP API throttling, rate and burst", throttlingRateLimit + "/s, " + throttlingBurstLimit);
    words.put("error rate that raises an alarm", errorRatePercent + " %");
    return words;
  }

  private static String orNone(int number) {
    return number == 0 ? "none" : String.valueOf(number);
  }
}
