/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Whether a manifest would be accepted. The rules of the .proto files are evaluated by
 * protovalidate, unless a quick look finds that they are plain and kept; further rules, one per
 * class, look at what a rule on one field cannot see: dates, sizes, things that are allowed but
 * unwise. All of it comes back as diagnostics. Start at {@link
 * dev.plinth.api.validation.ManifestValidator}.
 */
@NullMarked
package dev.plinth.api.validation;

import org.jspecify.annotations.NullMarked;
