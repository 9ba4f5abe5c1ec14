/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.regex.Pattern;

/** The patterns of Lambda's service model, as its validation errors show them. */
final class LambdaPatterns {
  static final Pattern FUNCTION_NAME =
      Pattern.compile(
          "(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
              + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?");

  static final Pattern QUALIFIER = Pattern.compile("(|[a-zA-Z0-9$_-]+)");

  static final Pattern ROLE =
      Pattern.compile("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");

  static final Pattern HANDLER = Pattern.compile("[^\\s]+");

  static final Pattern KMS_KEY = Pattern.compile("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()");

  static final Pattern DEAD_LETTER_TARGET =
      Pattern.compile("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()");

  static final Pattern ENVIRONMENT_KEY = Pattern.compile("[a-zA-Z]([a-zA-Z0-9_])+");

  static final Pattern LAYER_VERSION =
      Pattern.compile(
          "(arn:[a-zA-Z0-9-]+:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:layer:"
              + "[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)");

  static final Pattern ACCESS_POINT =
      Pattern.compile(
          "arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:"
              + "\\d{12}:access-point/fsap-[a-f0-9]{17}");

  static final Pattern MOUNT_PATH = Pattern.compile("/mnt/[a-zA-Z0-9-_.]+");

  static final Pattern LOG_GROUP = Pattern.compile("[\\.\\-_/#A-Za-z0-9]+");

  static final Pattern CODE_SIGNING_CONFIG =
      Pattern.compile(
          "arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:"
              + "code-signing-config:csc-[a-z0-9]{17}");

  static final Pattern IMAGE_URI =
      Pattern.compile(
          "\\d{12}\\.dkr[.-]ecr(-fips)?\\.[a-z0-9-]+\\.(amazonaws\\.com(\\.cn)?|on\\.aws|[a-z0-9.-]+)/"
              + "[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?");

  static final Pattern S3_BUCKET = Pattern.compile("[0-9A-Za-z\\.\\-_]*(?<!\\.)");

  static final Pattern LAYER =
      Pattern.compile(
          "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+");

  static final Pattern ALIAS = Pattern.compile("(?!^[0-9]+$)([a-zA-Z0-9-_]+)");

  static final Pattern VERSION = Pattern.compile("(\\$LATEST|[0-9]+)");

  static final Pattern STATEMENT_ID = Pattern.compile("([a-zA-Z0-9-_]+)");

  static final Pattern ACTION = Pattern.compile("(lambda:[*]|lambda:[a-zA-Z]+|[*])");

  static final Pattern PRINCIPAL = Pattern.compile("[^\\s]+");

  static final Pattern SOURCE_ARN =
      Pattern.compile(
          "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?"
              + ":(\\d{12})?:(.*)");

  static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");

  static final Pattern EVENT_TOKEN = Pattern.compile("[a-zA-Z0-9._\\-]+");

  static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

  private LambdaPatterns() {}
}
