/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.awslambda;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The runtimes of AWS Lambda for zip archives, as of {@link #AS_OF}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda
 *     runtimes</a>, whose three dates these are. AWS has put off the block dates of deprecated
 *     runtimes several times; the latest known stand here.
 */
public final class LambdaRuntimes {
  /** When the table was compared with AWS's page. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

  // Newest first within a family. A line: identifier, deprecation, block create, block update; -
  // for no date.
  private static final String[] TABLE = {
    "nodejs26.x - - -",
    "nodejs24.x 2028-04-30 2028-06-01 2028-07-01",
    "nodejs22.x 2027-04-30 2027-06-01 2027-07-01",
    "nodejs20.x 2026-04-30 2027-02-01 2027-03-03",
    "nodejs18.x 2025-09-01 2027-02-01 2027-03-03",
    "nodejs16.x 2024-06-12 2027-02-01 2027-03-03",
    "nodejs14.x 2023-12-04 2024-01-09 2024-02-08",
    "nodejs12.x 2023-03-31 2023-03-31 2023-04-30",
    "nodejs10.x 2021-07-30 2021-07-30 2022-02-14",
    "nodejs8.10 2020-03-06 2020-02-04 2020-03-06",
    "python3.15 - - -",
    "python3.14 2029-06-30 2029-07-31 2029-08-31",
    "python3.13 2029-06-30 2029-07-31 2029-08-31",
    "python3.12 2028-10-31 2028-11-30 2029-01-10",
    "python3.11 2027-06-30 2027-07-31 2027-08-31",
    "python3.10 2026-10-31 2027-02-01 2027-03-03",
    "python3.9 2025-12-15 2027-02-01 2027-03-03",
    "python3.8 2024-10-14 2027-02-01 2027-03-03",
    "python3.7 2023-12-04 2024-01-09 2024-02-08",
    "python3.6 2022-07-18 2022-07-18 2022-08-29",
    "python2.7 2021-07-15 2021-07-15 2022-05-30",
    "java25 2029-06-30 2029-07-31 2029-08-31",
    "java21 2029-06-30 2029-07-31 2029-08-31",
    "java17.al2023 2029-06-30 2029-07-31 2029-08-31",
    "java17 2027-06-30 2027-07-31 2027-08-31",
    "java11.al2023 2029-06-30 2029-07-31 2029-08-31",
    "java11 2027-06-30 2027-07-31 2027-08-31",
    "java8.al2023 2029-06-30 2029-07-31 2029-08-31",
    "java8.al2 2027-06-30 2027-07-31 2027-08-31",
    "java8 2024-01-08 2024-02-08 2024-03-12",
    "dotnet10 2028-11-14 2028-12-14 2029-01-15",
    "dotnet8 2026-11-10 2027-07-29 2027-08-31",
    "dotnet6 2024-12-20 2027-07-29 2027-08-31",
    "dotnetcore3.1 2023-04-03 2023-04-03 2023-05-03",
    "dotnetcore2.1 2022-01-05 2022-01-05 2022-04-13",
    "ruby4.0 2029-03-31 2029-04-30 2029-05-31",
    "ruby3.4 2028-03-31 2028-04-30 2028-05-31",
    "ruby3.3 2027-03-31 2027-04-30 2027-05-31",
    "ruby3.2 2026-03-31 2027-02-01 2027-03-03",
    "ruby2.7 2023-12-07 2024-01-09 2024-02-08",
    "ruby2.5 2021-07-30 2021-07-30 2022-03-31",
    "provided.al2023 2029-06-30 2029-07-31 2029-08-31",
    "provided.al2 2026-07-31 2027-02-01 2027-03-03",
    "provided 2024-01-08 2024-02-08 2024-03-12",
    "go1.x 2024-01-08 2024-02-08 2024-03-12",
  };

  private LambdaRuntimes() {}

  /** The runtime of an identifier, when it was known at {@link #AS_OF}. */
  public static Optional<LambdaRuntime> find(String identifier) {
    return Arrays.stream(TABLE)
        .filter(line -> line.startsWith(identifier + " "))
        .findFirst()
        .map(LambdaRuntimes::parse);
  }

  /** Those that are neither deprecated nor without a date, newest first within a language. */
  public static List<LambdaRuntime> supported(LocalDate today) {
    return Arrays.stream(TABLE)
        .map(LambdaRuntimes::parse)
        .filter(runtime -> runtime.deprecation().isPresent() && !runtime.isDeprecated(today))
        .toList();
  }

  /**
   * What to move to: the newest supported runtime of the same language, or the one that runs any
   * executable.
   */
  public static LambdaRuntime successor(LambdaRuntime retired, LocalDate today) {
    List<LambdaRuntime> supported = supported(today);
    String family = retired.family().equals("dotnetcore") ? "dotnet" : retired.family();
    return supported.stream()
        .filter(runtime -> runtime.family().equals(family))
        .findFirst()
        .or(() -> supported.stream().filter(r -> r.family().equals("provided")).findFirst())
        .orElse(retired);
  }

  private static LambdaRuntime parse(String line) {
    String[] parts = line.split(" ", -1);
    return new LambdaRuntime(parts[0], date(parts[1]), date(parts[2]), date(parts[3]));
  }

  private static Optional<LocalDate> date(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }
}
