/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

/** What reading an archive once tells of it. */
record HashedArchive(String hash, ArchiveListing listing) {}
