/**
 * How AWS is called: what is retried and for how long, how a state is waited for, what becomes of
 * an answer that was lost, and how a refusal is told to the user. Nothing here knows a resource
 * type. Start at {@link dev.plinth.aws.call.Operation}.
 */
@NullMarked
package dev.plinth.aws.call;

import org.jspecify.annotations.NullMarked;
