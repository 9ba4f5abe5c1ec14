/**
 * AWS Lambda's resource types. {@code …Schema} and {@code …Type} classes are free of the AWS SDK;
 * the rest is loaded when something is really done. Start at {@link
 * dev.plinth.aws.lambda.FunctionType}.
 */
@NullMarked
package dev.plinth.aws.lambda;

import org.jspecify.annotations.NullMarked;
