/**
 * CloudWatch's resource types, Logs included. Only the {@code …Operations} classes touch the AWS
 * SDK. Start at {@link dev.plinth.aws.cloudwatch.LogGroupType}.
 */
@NullMarked
package dev.plinth.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
