/**
 * Property values as Pulumi knows them, secrets, unknowns, assets and references included, and the
 * paths that lead into them. Nothing here knows a wire or file format. Start at {@link
 * dev.plinth.engine.value.PropertyValue}.
 */
@NullMarked
package dev.plinth.engine.value;

import org.jspecify.annotations.NullMarked;
