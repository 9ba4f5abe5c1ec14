/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.regions.GeneratedPartitionMetadataProvider;
import software.amazon.awssdk.regions.GeneratedRegionMetadataProvider;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/**
 * What the SDK's tables say about a region, regions that are newer than the SDK included.
 *
 * @param partition such as {@code aws-cn}
 * @param dnsSuffix such as {@code amazonaws.com.cn}
 * @param description such as {@code Europe (Frankfurt)}; the id where the SDK has none
 */
public record RegionFacts(String id, String partition, String dnsSuffix, String description) {

  public static RegionFacts of(String id) {
    Region region = Region.of(id);
    // Not PartitionMetadata.of, which makes the tables of all services, too.
    PartitionMetadata partition =
        new GeneratedPartitionMetadataProvider().partitionMetadata(region);
    RegionMetadata metadata = new GeneratedRegionMetadataProvider().regionMetadata(region);
    return new RegionFacts(
        id, partition.id(), partition.dnsSuffix(), metadata == null ? id : metadata.description());
  }

  /** Whether the SDK's tables list a region. */
  public static boolean isListed(String id) {
    return Region.regions().stream().anyMatch(region -> region.id().equals(id));
  }

  /** The DNS suffix from its end, such as {@code cn.com.amazonaws}. */
  public String reverseDnsPrefix() {
    List<String> labels = Arrays.asList(dnsSuffix.split("\\.", -1));
    Collections.reverse(labels);
    return String.join(".", labels);
  }
}
