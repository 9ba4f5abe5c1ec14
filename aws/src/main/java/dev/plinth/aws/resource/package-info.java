/**
 * What every resource type provides: a schema, and the operations that carry it out. Start at
 * {@link dev.plinth.aws.resource.ResourceType}.
 */
@NullMarked
package dev.plinth.aws.resource;

import org.jspecify.annotations.NullMarked;
