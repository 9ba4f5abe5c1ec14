/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.schema.Trait;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/**
 * Operations of a type that AWS has one call for, which makes a resource or overwrites it. Whatever
 * became of an attempt, the call may be made again.
 */
public abstract class PutOperations implements ResourceOperations {
  private final Shape shape;

  protected PutOperations(ResourceSchema schema) {
    this.shape = schema.shape();
  }

  /** The id of the resource that inputs describe. */
  protected abstract String id(PropertyMap inputs);

  /**
   * Makes the call.
   *
   * @param before the resource's outputs so far; empty for a new one
   */
  protected abstract void put(Operation operation, PropertyMap inputs, PropertyMap before);

  /** Changes the tags of a resource that exists, which the call leaves alone. */
  protected void changeTags(Operation operation, Change change, TagChanges tags) {
    throw new IllegalStateException("resources of the type have no tags");
  }

  @Override
  public final CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String id = id(inputs);
    put(operation, inputs, PropertyMap.empty());
    Prior prior = new Prior(given, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(operation, id, inputs, () -> {}, () -> readBack(operation, id, prior));
    return new CreateResult(id, outputs);
  }

  @Override
  public final PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          TagChanges tags = TagChanges.of(change);
          if (!tags.isEmpty()) {
            changeTags(operation, change, tags);
          }
          if (change.changed().stream().anyMatch(this::isPut)) {
            put(operation, change.newInputs(), change.oldOutputs());
          }
        },
        () -> readBack(operation, id, change.prior()));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  /** Whether the call says a property: not tags, and not what is only ours to know. */
  private boolean isPut(String name) {
    Property property = shape.property(name);
    boolean tags = name.equals(ResourceSchema.TAGS) || name.equals(ResourceSchema.TAGS_ALL);
    return property != null && !tags && !property.is(Trait.UNREADABLE);
  }
}
