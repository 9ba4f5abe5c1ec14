/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

/**
 * A thing that a request named, that the account did not have, and that it took to exist.
 *
 * @param identifier in the form that {@link ResourceKind} gives for the kind
 * @param call the call that named it first, for example {@code lambda:CreateFunction}
 */
public record Assumption(ResourceKind kind, String identifier, String call) {}
