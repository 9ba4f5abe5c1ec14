/**
 * Runs a program written with the Pulumi Java SDK inside this process, by implementing the SDK's
 * own interfaces to the engine. This is the only package that uses the SDK's internal classes,
 * which is why the SDK's version is pinned. Start at {@link dev.plinth.engine.sdk.PulumiProgram}.
 */
@NullMarked
package dev.plinth.engine.sdk;

import org.jspecify.annotations.NullMarked;
