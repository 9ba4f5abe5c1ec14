/**
 * How the account lies on disk: a document per resource, written whole and put in place by a rename
 * ({@link dev.plinth.local.store.Shelf}), append-only logs where a list must not be rewritten for
 * each change, and one lock that all processes with the folder open take turns with. Files are
 * readable by their owner only, since environment variables are in them.
 *
 * <p>Nothing is forced to the disk with fsync: a killed process loses nothing, a power cut may lose
 * the last moments of an account that is itself a stand-in.
 */
@NullMarked
package dev.plinth.local.store;

import org.jspecify.annotations.NullMarked;
