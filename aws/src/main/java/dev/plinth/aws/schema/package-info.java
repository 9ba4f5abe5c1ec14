/**
 * What a resource type is, as data: its properties with kinds, limits and defaults, and what
 * follows from them alone: check, diff, names, the outputs of a preview and the inputs behind a
 * resource that was read. Nothing here knows a particular type, and nothing touches a class of the
 * AWS SDK, so a preview stays cheap. Start at {@link dev.plinth.aws.schema.ResourceSchema}.
 */
@NullMarked
package dev.plinth.aws.schema;

import org.jspecify.annotations.NullMarked;
