/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.ResourceNames;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.computestack.BusinessMetric;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business metric is one metric of CloudWatch, which knows a metric by its namespace, name and
 * dimensions, and adds up whatever is put there. Several functions may count into one, as long as
 * they count the same; the stack's own counts are no place for others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html">CloudWatch's
 *     concepts</a>
 */
final class BusinessMetricRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    Set<String> seen = new HashSet<>();
    Map<String, BusinessMetric> byName = new HashMap<>();
    List<BusinessMetric> metrics = stack.spec().getBusinessMetricsList();
    for (int i = 0; i < metrics.size(); i++) {
      BusinessMetric metric = metrics.get(i);
      if (metric.getName().isEmpty()) {
        continue; // It is reported as missing.
      }
      String path = FieldPath.index("spec.business_metrics", i);
      if (!seen.add(metric.getFunction() + "/" + metric.getName())) {
        report.error(
            "manifest.duplicate-name",
            path + ".name",
            "name is %s, which another metric of %s has already."
                .formatted(metric.getName(), metric.getFunction()),
            "give each metric of a function a name of its own.");
      }
      checkOwn(metric, path, report);
      checkSame(byName.putIfAbsent(metric.getName(), metric), metric, path, report);
    }
  }

  private static void checkOwn(BusinessMetric metric, String path, Report report) {
    if (metric.getName().startsWith(ResourceNames.COLD_STARTS)) {
      report.error(
          "manifest.duplicate-name",
          path + ".name",
          "name is %s, but the metrics that begin with %s are the stack's own counts of cold starts, to which this one would be added."
              .formatted(metric.getName(), ResourceNames.COLD_STARTS),
          "give it a name that begins otherwise.");
    }
  }

  private static void checkSame(
      @Nullable BusinessMetric first, BusinessMetric metric, String path, Report report) {
    if (first != null
        && !first.getFunction().equals(metric.getFunction())
        && !counted(first).equals(counted(metric))) {
      report.error(
          "manifest.conflict",
          path + ".value",
          "%s of %s counts %s, but that of %s counts %s, and CloudWatch adds both up as one metric."
              .formatted(
                  metric.getName(),
                  metric.getFunction(),
                  counted(metric),
                  first.getFunction(),
                  counted(first)),
          "let both count the same, or give one of them another name.");
    }
  }

  private static String counted(BusinessMetric metric) {
    return metric.getValue().isEmpty() ? "1" : metric.getValue();
  }
}
