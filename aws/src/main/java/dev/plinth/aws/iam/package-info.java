/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * IAM: roles with their policies, and managed policies. IAM is one for all regions. Start at {@link
 * dev.plinth.aws.iam.RoleType}.
 */
@NullMarked
package dev.plinth.aws.iam;

import org.jspecify.annotations.NullMarked;
