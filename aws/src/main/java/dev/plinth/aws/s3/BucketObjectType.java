/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.file;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.stringMap;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Autoname;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code aws:s3/bucketObjectv2:BucketObjectv2}. */
public final class BucketObjectType implements ResourceType {
  /** What is sent with the bytes, so that a change of it sends them again. */
  static final Set<String> SENT_WITH_CONTENT =
      Set.of(
          "source",
          "content",
          "contentBase64",
          "sourceHash",
          "etag",
          "contentType",
          "cacheControl",
          "contentDisposition",
          "contentEncoding",
          "contentLanguage",
          "metadata",
          "storageClass",
          "serverSideEncryption",
          "kmsKeyId",
          "bucketKeyEnabled",
          "checksumAlgorithm",
          "websiteRedirect");

  private static final Set<String> OF_CONTENT =
      Set.of(
          "etag",
          "versionId",
          "checksumCrc32",
          "checksumCrc32c",
          "checksumCrc64nvme",
          "checksumSha1",
          "checksumSha256");

  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:s3/bucketObjectv2:BucketObjectv2",
          "S3 object",
          Shape.of(
                  string("bucket", Trait.REQUIRED, Trait.REPLACES),
                  string("key", Trait.REPLACES, Trait.COMPUTED)
                      .where(ValueRules.maxLength(1024))
                      .where(new ObjectKeyRule()),
                  file("source", Trait.UNREADABLE),
                  string("content", Trait.UNREADABLE),
                  string("contentBase64", Trait.UNREADABLE),
                  string("sourceHash", Trait.UNREADABLE),
                  string("etag", Trait.COMPUTED),
                  string("contentType", Trait.COMPUTED),
                  string("cacheControl"),
                  string("contentDisposition"),
                  string("contentEncoding"),
                  string("contentLanguage"),
                  stringMap("metadata").where(new LowerCaseKeys()),
                  string("acl", Trait.COMPUTED, Trait.UNREADABLE)
                      .where(
                          ValueRules.oneOf(
                              "private",
                              "public-read",
                              "public-read-write",
                              "aws-exec-read",
                              "authenticated-read",
                              "bucket-owner-read",
                              "bucket-owner-full-control")),
                  string("storageClass", Trait.COMPUTED),
                  string("serverSideEncryption", Trait.COMPUTED)
                      .where(ValueRules.oneOf("AES256", "aws:kms", "aws:kms:dsse")),
                  string("kmsKeyId", Trait.COMPUTED).where(ValueRules.arn("kms")),
                  bool("bucketKeyEnabled", Trait.COMPUTED),
                  string("checksumAlgorithm", Trait.UNREADABLE)
                      .where(ValueRules.oneOf("CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256")),
                  string("websiteRedirect"),
                  bool("forceDestroy", Trait.UNREADABLE).defaultsTo(false),
                  string("objectLockLegalHoldStatus", Trait.COMPUTED)
                      .where(ValueRules.oneOf("ON", "OFF")),
                  string("objectLockMode", Trait.COMPUTED)
                      .where(ValueRules.oneOf("GOVERNANCE", "COMPLIANCE")),
                  string("objectLockRetainUntilDate", Trait.COMPUTED).where(new InstantRule()),
                  stringMap(ResourceSchema.TAGS).where(new MostTags(10)),
                  string("arn", Trait.OUTPUT),
                  string("versionId", Trait.OUTPUT),
                  string("checksumCrc32", Trait.OUTPUT),
                  string("checksumCrc32c", Trait.OUTPUT),
                  string("checksumCrc64nvme", Trait.OUTPUT),
                  string("checksumSha1", Trait.OUTPUT),
                  string("checksumSha256", Trait.OUTPUT),
                  stringMap(ResourceSchema.TAGS_ALL, Trait.OUTPUT))
              .refusing(
                  "overrideProvider",
                  "The native provider gives every resource the same default tags: set tags, or use"
                      + " a provider of its own for this object.")
              .demanding(Constraints.atMostOneOf("source", "content", "contentBase64"))
              .demanding(Constraints.needs("objectLockMode", "objectLockRetainUntilDate"))
              .demanding(Constraints.needs("objectLockRetainUntilDate", "objectLockMode")),
          Autoname.plain("key", 1024),
          List.of("bucket", "key"));

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Set<String> changingOutputs(Set<String> changed, PropertyMap newInputs) {
    TreeSet<String> changing = new TreeSet<>();
    if (changed.stream().anyMatch(SENT_WITH_CONTENT::contains)) {
      changing.addAll(OF_CONTENT);
      // What AWS fills in follows from what is sent along.
      changing.addAll(
          Set.of(
              "contentType",
              "storageClass",
              "serverSideEncryption",
              "kmsKeyId",
              "bucketKeyEnabled"));
    }
    return changing;
  }

  /** An import says the bucket too. */
  @Override
  public String id(String asked, PropertyMap outputs) {
    return outputs.text("key").orElse(asked);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new BucketObjectOperations(session);
  }
}
