/**
 * What the engine does to a resource: the operations, by Pulumi's names. Start at {@link
 * dev.plinth.engine.step.Op}.
 */
@NullMarked
package dev.plinth.engine.step;

import org.jspecify.annotations.NullMarked;
