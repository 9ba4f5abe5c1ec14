/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * IAM's roles and managed policies, one for all regions of the account. Start at {@link
 * dev.plinth.local.iam.LocalIamClient}.
 */
@NullMarked
package dev.plinth.local.iam;

import org.jspecify.annotations.NullMarked;
