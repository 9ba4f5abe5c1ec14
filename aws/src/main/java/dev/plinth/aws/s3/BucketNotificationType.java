/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** {@code aws:s3/bucketNotification:BucketNotification}. */
public final class BucketNotificationType implements ResourceType {
  static final ResourceSchema SCHEMA =
      new ResourceSchema(
          "aws:s3/bucketNotification:BucketNotification",
          "notifications of the S3 bucket",
          Shape.of(
                  Property.string("bucket", Trait.REQUIRED, Trait.REPLACES),
                  Property.bool(Notifications.EVENT_BRIDGE).defaultsTo(false),
                  list(Destination.FUNCTION),
                  list(Destination.QUEUE),
                  list(Destination.TOPIC))
              .demanding(new NotificationRules()),
          null,
          List.of("bucket"));

  private static Property list(Destination destination) {
    return Property.objects(
        destination.property(),
        Shape.of(
            Property.string(destination.arnProperty(), Trait.REQUIRED)
                .where(ValueRules.arn(destination.service())),
            Property.strings("events", Trait.REQUIRED, Trait.UNORDERED)
                .whereEach(ValueRules.startsWith("s3:")),
            Property.string("filterPrefix"),
            Property.string("filterSuffix"),
            Property.string("id", Trait.COMPUTED).where(ValueRules.maxLength(255))));
  }

  @Override
  public ResourceSchema schema() {
    return SCHEMA;
  }

  @Override
  public Optional<String> idOf(PropertyMap inputs) {
    return inputs.text("bucket");
  }

  @Override
  public ResourceOperations operations(AwsSession session) {
    return new BucketNotificationOperations(session);
  }
}
