/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * An AwsComputeStack with everything that its manifest leaves out: the defaults of the six roles
 * and of the profiles, the names in AWS, the wiring, and the permissions that follow from it. Rules
 * and program both read this one picture. Start at {@link
 * dev.plinth.api.computestack.ComputeStack}.
 */
@NullMarked
package dev.plinth.api.computestack;

import org.jspecify.annotations.NullMarked;
