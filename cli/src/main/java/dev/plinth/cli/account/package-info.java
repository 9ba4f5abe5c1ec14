/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Where resources are made: AWS, or the local account. This is the only package of the command that
 * knows the native provider and the local account, and nothing of either is loaded before it is
 * needed. Start at {@link dev.plinth.cli.account.Accounts}.
 */
@NullMarked
package dev.plinth.cli.account;

import org.jspecify.annotations.NullMarked;
