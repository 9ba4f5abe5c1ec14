/** AWS Security Token Service: who the caller is. */
@NullMarked
package dev.plinth.local.sts;

import org.jspecify.annotations.NullMarked;
