/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.util.List;

/**
 * What the runs of one scenario came to. Times are in seconds, memory is in MiB.
 *
 * @param microsPerResource the median time by resource; 0 where it is not of interest
 */
record Summary(
    String name, double min, double median, double max, double peak, double microsPerResource) {

  static Summary of(Scenario scenario, List<Sample> samples) {
    double[] seconds = samples.stream().mapToDouble(Sample::seconds).sorted().toArray();
    double peak = samples.stream().mapToDouble(Sample::peakMebibytes).max().orElse(0);
    double median = median(seconds);
    double perResource = scenario.resources() == 0 ? 0 : median * 1e6 / scenario.resources();
    return new Summary(
        scenario.name(), seconds[0], median, seconds[seconds.length - 1], peak, perResource);
  }

  /** The middle of sorted values; of an even number, the mean of the two in the middle. */
  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
