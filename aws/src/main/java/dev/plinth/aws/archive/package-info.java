/**
 * Makes the zip files that AWS takes from the archives that programs name. Start at {@link
 * dev.plinth.aws.archive.ArchiveZip}.
 */
@NullMarked
package dev.plinth.aws.archive;

import org.jspecify.annotations.NullMarked;
