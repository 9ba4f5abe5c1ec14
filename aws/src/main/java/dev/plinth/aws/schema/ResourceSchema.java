/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.CheckFailure;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource type as data.
 *
 * @param token the type, such as {@code aws:lambda/function:Function}
 * @param awsName what AWS calls such a thing, such as {@code Lambda function}
 * @param autoname how a name is made when the program gives none; null for types without one
 * @param identity the properties that two resources of the type cannot both have alike; a
 *     replacement that keeps them must delete the old resource first
 * @param deletesFirst whether any replacement deletes the old resource first, as Pulumi's own
 *     provider has it for some types
 */
public record ResourceSchema(
    String token,
    String awsName,
    Shape shape,
    @Nullable Autoname autoname,
    List<String> identity,
    boolean deletesFirst) {
  /** Lists the inputs that were filled in, as Pulumi's bridged providers do. */
  public static final String DEFAULTS = "__defaults";

  /** The program's tags. */
  public static final String TAGS = "tags";

  /** The provider's default tags, overlaid with the program's. */
  public static final String TAGS_ALL = "tagsAll";

  public ResourceSchema {
    identity = List.copyOf(identity);
  }

  public ResourceSchema(
      String token,
      String awsName,
      Shape shape,
      @Nullable Autoname autoname,
      List<String> identity) {
    this(token, awsName, shape, autoname, identity, false);
  }

  /** The same type, but every replacement deletes the old resource first. */
  public ResourceSchema deletingFirst() {
    return new ResourceSchema(token, awsName, shape, autoname, identity, true);
  }

  public boolean tagged() {
    return shape.property(TAGS_ALL) != null;
  }

  /** What is wrong with a type token that no schema has. */
  public static CheckFailure unknownType(String token, Collection<String> known) {
    return new CheckFailure(
        "",
        "The native AWS provider has no resource type "
            + token
            + "."
            + Suggestion.among(token, known));
  }
}
