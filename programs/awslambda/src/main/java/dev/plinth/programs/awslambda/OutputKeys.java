/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

/** Keys of what the program exports; the field names of {@code AwsLambdaStackOutputs}. */
public final class OutputKeys {
  /** Unqualified ARN of the function. */
  public static final String FUNCTION_ARN = "function_arn";

  /** Name of the function in AWS. */
  public static final String FUNCTION_NAME = "function_name";

  /** Name of the log group that the function writes to. */
  public static final String LOG_GROUP_NAME = "log_group_name";

  /** ARN of the execution role, as the function has it. */
  public static final String ROLE_ARN = "role_arn";

  /**
   * ARNs of the layer versions in the order they are applied; an empty list when there are none.
   */
  public static final String LAYER_ARNS = "layer_arns";

  private OutputKeys() {}
}
