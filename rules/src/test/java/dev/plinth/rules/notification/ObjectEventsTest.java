/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectEventsTest {
  @ParameterizedTest
  @CsvSource({
    "s3:ObjectCreated:*, '', '', s3:ObjectCreated:Put, '', '', true",
    "s3:ObjectCreated:Put, '', '', s3:ObjectCreated:Put, '', '', true",
    "s3:ObjectCreated:Put, '', '', s3:ObjectCreated:Copy, '', '', false",
    "s3:ObjectCreated:*, '', '', s3:ObjectRemoved:*, '', '', false",
    "s3:ObjectCreated:*, in/, '', s3:ObjectCreated:*, in/new/, '', true",
    "s3:ObjectCreated:*, in/, '', s3:ObjectCreated:*, out/, '', false",
    "s3:ObjectCreated:*, in/, .csv, s3:ObjectCreated:*, in/, .json, false",
    "s3:ObjectCreated:*, in/, .gz, s3:ObjectCreated:*, '', .csv.gz, true",
  })
  void overlap_when_some_event_of_some_key_is_both_of_them(
      String event,
      String prefix,
      String suffix,
      String otherEvent,
      String otherPrefix,
      String otherSuffix,
      boolean overlap) {
    ObjectEvents one = new ObjectEvents(List.of(event), prefix, suffix);
    ObjectEvents other = new ObjectEvents(List.of(otherEvent), otherPrefix, otherSuffix);

    assertThat(one.overlap(other)).isEqualTo(overlap);
    assertThat(other.overlap(one)).isEqualTo(overlap);
  }
}
