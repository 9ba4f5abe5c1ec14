/**
 * What exists in the account beyond the resources that its services keep: roles, buckets, keys,
 * networks. Start at {@link dev.plinth.local.catalogue.Catalogue}, which says whether a thing that
 * a request names is there, assumes it, or refuses.
 */
@NullMarked
package dev.plinth.local.catalogue;

import org.jspecify.annotations.NullMarked;
