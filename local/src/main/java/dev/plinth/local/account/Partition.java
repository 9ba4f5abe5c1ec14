/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

/**
 * A group of AWS regions with its own ARNs and its own domain.
 *
 * <p>Found by the region's prefix, as AWS names regions; the SDK's region metadata gives the same
 * answer, but loading it takes longer than everything else a deployment of one function does here.
 */
public enum Partition {
  CHINA("cn-", "aws-cn", "amazonaws.com.cn"),
  US_GOV("us-gov-", "aws-us-gov", "amazonaws.com"),
  US_ISO_B("us-isob-", "aws-iso-b", "sc2s.sgov.gov"),
  US_ISO_F("us-isof-", "aws-iso-f", "csp.hci.ic.gov"),
  US_ISO("us-iso-", "aws-iso", "c2s.ic.gov"),
  EU_ISO_E("eu-isoe-", "aws-iso-e", "cloud.adc-e.uk"),
  EU_SOVEREIGN("eusc-", "aws-eusc", "amazonaws.eu"),
  STANDARD("", "aws", "amazonaws.com");

  private final String regionPrefix;
  private final String id;
  private final String dnsSuffix;

  Partition(String regionPrefix, String id, String dnsSuffix) {
    this.regionPrefix = regionPrefix;
    this.id = id;
    this.dnsSuffix = dnsSuffix;
  }

  /** The partition of a region; a region of no known prefix counts as a standard one. */
  public static Partition ofRegion(String region) {
    for (Partition partition : values()) {
      if (region.startsWith(partition.regionPrefix)) {
        return partition;
      }
    }
    return STANDARD;
  }

  /** The second part of an ARN, for example {@code aws-cn}. */
  public String id() {
    return id;
  }

  /** The domain of the partition's endpoints, for example {@code amazonaws.com}. */
  public String dnsSuffix() {
    return dnsSuffix;
  }
}
