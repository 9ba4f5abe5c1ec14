/**
 * The package's functions, such as {@code aws:index/getRegion:getRegion}. Start at {@link
 * dev.plinth.aws.invoke.Invokes}.
 */
@NullMarked
package dev.plinth.aws.invoke;

import org.jspecify.annotations.NullMarked;
