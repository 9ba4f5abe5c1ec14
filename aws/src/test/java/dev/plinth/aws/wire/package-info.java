/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What goes over the wire: whole runs of the engine through a bad network, and counts of calls. */
@org.jspecify.annotations.NullMarked
package dev.plinth.aws.wire;
