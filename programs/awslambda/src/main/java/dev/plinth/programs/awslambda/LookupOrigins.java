/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which manifest field makes the program look something up, so that a look that fails can be shown
 * at the line that asked for it.
 */
public final class LookupOrigins {
  private static final String OBJECT = "aws:s3/getObject:getObject";
  private static final String IMAGE = "aws:ecr/getImage:getImage";

  private LookupOrigins() {}

  /**
   * The field that a look was made for.
   *
   * @param token the function that looks
   * @param argument the function's arguments, by name
   * @return empty when this manifest does not ask for it
   */
  public static Optional<String> of(
      AwsLambdaSpec spec, String token, Function<String, Optional<String>> argument) {
    return switch (token) {
      case OBJECT -> isObject(spec, argument) ? Optional.of("spec.s3.key") : Optional.empty();
      case IMAGE -> isImage(spec, argument) ? Optional.of("spec.image_uri") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isObject(AwsLambdaSpec spec, Function<String, Optional<String>> argument) {
    return argument.apply("bucket").equals(Optional.of(spec.getS3().getBucket()))
        && argument.apply("key").equals(Optional.of(spec.getS3().getKey()));
  }

  /** A URI without a tag means the latest. */
  private static boolean isImage(AwsLambdaSpec spec, Function<String, Optional<String>> argument) {
    String repository = "/" + argument.apply("repositoryName").orElse("");
    String tag = argument.apply("imageTag").orElse("");
    String uri = spec.getImageUri();
    return uri.endsWith(repository + ":" + tag)
        || (tag.equals("latest") && uri.endsWith(repository));
  }
}
