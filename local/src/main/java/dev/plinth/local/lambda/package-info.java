/**
 * AWS Lambda's control plane: functions, their versions, code, concurrency, tags and settings.
 * Start at {@link dev.plinth.local.lambda.LocalLambdaClient}, which lists what is implemented; each
 * group of operations is a class.
 *
 * <p>Wordings of refusals are AWS's own where they are known from its answers and documentation;
 * values that AWS would repeat and that may be secret (environment variables) are left out.
 */
@NullMarked
package dev.plinth.local.lambda;

import org.jspecify.annotations.NullMarked;
