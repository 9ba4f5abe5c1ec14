/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.schema.Property.archive;
import static dev.plinth.aws.schema.Property.bool;
import static dev.plinth.aws.schema.Property.integer;
import static dev.plinth.aws.schema.Property.string;
import static dev.plinth.aws.schema.Property.strings;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.resource.TimeLimits;
import dev.plinth.aws.schema.Constraints;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import java.util.List;

/**
 * A version of a Lambda layer, which never changes: whatever is another makes another version. Its
 * id, also for an import, is its ARN.
 */
public final class LayerVersionType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:lambda/layerVersion:LayerVersion",
          "Lambda layer",
          Shape.of(
                  string("layerName", Trait.REQUIRED, Trait.REPLACES)
                      .where(ValueRules.maxLength(140)),
                  archive("code", Trait.REPLACES, Trait.UNREADABLE),
                  string("s3Bucket", Trait.REPLACES, Trait.UNREADABLE),
                  string("s3Key", Trait.REPLACES, Trait.UNREADABLE),
                  string("s3ObjectVersion", Trait.REPLACES, Trait.UNREADABLE),
                  string("sourceCodeHash", Trait.REPLACES, Trait.UNREADABLE),
                  strings("compatibleArchitectures", Trait.REPLACES, Trait.UNORDERED)
                      .where(ValueRules.maxItems(2))
                      .whereEach(ValueRules.oneOf("x86_64", "arm64")),
                  strings("compatibleRuntimes", Trait.REPLACES, Trait.UNORDERED)
                      .where(ValueRules.maxItems(15)),
                  string("description", Trait.REPLACES).where(ValueRules.maxLength(256)),
                  string("licenseInfo", Trait.REPLACES).where(ValueRules.maxLength(512)),
                  bool("skipDestroy", Trait.REPLACES, Trait.UNREADABLE).defaultsTo(false),
                  string("arn", Trait.OUTPUT).called("LayerVersionArn"),
                  string("layerArn", Trait.OUTPUT),
                  string("version", Trait.OUTPUT),
                  string("createdDate", Trait.OUTPUT),
                  string("codeSha256", Trait.OUTPUT),
                  integer("sourceCodeSize", Trait.OUTPUT).called("CodeSize"),
                  string("signingJobArn", Trait.OUTPUT),
                  string("signingProfileVersionArn", Trait.OUTPUT))
              .demanding(Constraints.exactlyOneOf("code", "s3Bucket"))
              .demanding(Constraints.needs("s3Bucket", "s3Key"))
              .demanding(Constraints.needs("s3Key", "s3Bucket"))
              .demanding(Constraints.needs("s3ObjectVersion", "s3Bucket")),
          null,
          List.of());

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public TimeLimits limits() {
    return TimeLimits.ofMinutes(10);
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new LayerVersionOperations(session);
  }
}
