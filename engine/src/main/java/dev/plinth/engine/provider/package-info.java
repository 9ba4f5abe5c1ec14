/**
 * Pulumi's provider contract as a Java interface: what the engine asks of the code that manages a
 * package's resources. Start at {@link dev.plinth.engine.provider.Provider}.
 */
@NullMarked
package dev.plinth.engine.provider;

import org.jspecify.annotations.NullMarked;
