/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.object;
import static dev.plinth.aws.schema.Property.objects;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.stream.Stream;

/** The keys of the provider's configuration, as {@code com.pulumi.aws.ProviderArgs} has them. */
public final class ConfigSchema {
  private static final Shape ASSUME_ROLE =
      Shape.of(
          string("roleArn", Trait.REQUIRED).where(ValueRules.arn("iam")),
          string("sessionName").where(ValueRules.maxLength(64)),
          string("externalId"),
          string("duration").where(GoDuration.Rule.INSTANCE),
          string("policy"),
          strings("policyArns", Trait.UNORDERED),
          string("sourceIdentity").where(ValueRules.maxLength(64)),
          stringMap("tags"),
          strings("transitiveTagKeys", Trait.UNORDERED));

  private static final Shape WEB_IDENTITY =
      Shape.of(
              string("roleArn", Trait.REQUIRED).where(ValueRules.arn("iam")),
              string("sessionName").where(ValueRules.maxLength(64)),
              string("duration").where(GoDuration.Rule.INSTANCE),
              string("policy"),
              strings("policyArns", Trait.UNORDERED),
              string("webIdentityToken", Trait.SENSITIVE),
              string("webIdentityTokenFile"))
          .demanding(Constraints.exactlyOneOf("webIdentityToken", "webIdentityTokenFile"));

  private static final Shape IGNORE_TAGS =
      Shape.of(strings("keys", Trait.UNORDERED), strings("keyPrefixes", Trait.UNORDERED));

  private static final Shape ENDPOINT =
      Shape.of(
              Stream.of(ServiceId.values())
                  .flatMap(service -> service.endpointKeys().stream())
                  .sorted()
                  .map(service -> string(service).where(HttpUrl.INSTANCE))
                  .toArray(Property[]::new))
          .refusingOthers(
              "The native AWS provider makes no call to a service of this name: take it out.");

  /** Every key that is supported or refused. */
  public static final Shape SHAPE =
      Shape.of(
              string("region", Trait.REPLACES).where(ValueRules.letters("-")),
              string("accessKey"),
              string("secretKey", Trait.SENSITIVE),
              string("token", Trait.SENSITIVE),
              string("profile"),
              strings("sharedConfigFiles"),
              strings("sharedCredentialsFiles"),
              object("assumeRole", ASSUME_ROLE),
              object("assumeRoleWithWebIdentity", WEB_IDENTITY),
              strings("allowedAccountIds", Trait.UNORDERED).whereEach(AccountId.INSTANCE),
              strings("forbiddenAccountIds", Trait.UNORDERED).whereEach(AccountId.INSTANCE),
              object("defaultTags", Shape.of(stringMap("tags"))),
              object("ignoreTags", IGNORE_TAGS),
              objects("endpoints", ENDPOINT),
              integer("maxRetries").where(ValueRules.range(0, 100)),
              string("retryMode").where(ValueRules.oneOf("standard", "adaptive")),
              bool("skipCredentialsValidation"),
              bool("skipRegionValidation"),
              bool("skipRequestingAccountId"),
              bool("skipMetadataApiCheck"),
              string("stsRegion").where(ValueRules.letters("-")),
              string("customCaBundle"),
              bool("insecure"),
              string("httpProxy").where(HttpUrl.INSTANCE),
              string("httpsProxy").where(HttpUrl.INSTANCE),
              string("noProxy"),
              bool("s3UsePathStyle"),
              bool("useDualstackEndpoint"),
              bool("useFipsEndpoint"),
              string("ec2MetadataServiceEndpoint").where(HttpUrl.INSTANCE),
              string("ec2MetadataServiceEndpointMode").where(ValueRules.oneOf("IPv4", "IPv6")))
          .refusing(
              "s3UsEast1RegionalEndpoint",
              "The AWS SDK for Java reads it from AWS_S3_US_EAST_1_REGIONAL_ENDPOINT alone. Take it"
                  + " out; regional is the default.")
          .refusing(
              "tokenBucketRateLimiterCapacity",
              "The provider paces its calls by the rates that AWS documents. Take it out, and use"
                  + " maxRetries and retryMode instead.")
          .demanding(Constraints.atMostOneOf("allowedAccountIds", "forbiddenAccountIds"))
          .demanding(Constraints.atMostOneOf("assumeRole", "assumeRoleWithWebIdentity"))
          .demanding(Constraints.needs("accessKey", "secretKey"))
          .demanding(Constraints.needs("secretKey", "accessKey"))
          .demanding(Constraints.needs("token", "accessKey"))
          .demanding(new ConfigConstraints.AccountMustBeKnown())
          .demanding(new ConfigConstraints.OneProxy());

  private ConfigSchema() {}
}
