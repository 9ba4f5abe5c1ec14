/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which field of a function's code makes a program look something up, so that a look that fails can
 * be shown at the line that asked for it.
 *
 * @param bucket of the object that the code is in; empty for none, as are the next two
 * @param imageUri a URI without a tag means the latest
 */
public record LookupOrigins(String bucket, String key, String imageUri) {
  private static final String OBJECT = "aws:s3/getObject:getObject";
  private static final String IMAGE = "aws:ecr/getImage:getImage";

  /**
   * The field that a look was made for.
   *
   * @param token the function that looks
   * @param argument the function's arguments, by name
   * @return {@code s3.key} or {@code image_uri}; empty when this code does not ask for it
   */
  public Optional<String> find(String token, Function<String, Optional<String>> argument) {
    return switch (token) {
      case OBJECT -> isObject(argument) ? Optional.of("s3.key") : Optional.empty();
      case IMAGE -> isImage(argument) ? Optional.of("image_uri") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean isObject(Function<String, Optional<String>> argument) {
    return argument.apply("bucket").equals(Optional.of(bucket))
        && argument.apply("key").equals(Optional.of(key));
  }

  private boolean isImage(Function<String, Optional<String>> argument) {
    String repository = "/" + argument.apply("repositoryName").orElse("");
    String tag = argument.apply("imageTag").orElse("");
    return imageUri.endsWith(repository + ":" + tag)
        || (tag.equals("latest") && imageUri.endsWith(repository));
  }
}
