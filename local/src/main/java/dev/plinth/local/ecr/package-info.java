/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** ECR as far as code lies in it: images can be looked at, and have no layers. */
@NullMarked
package dev.plinth.local.ecr;

import org.jspecify.annotations.NullMarked;
