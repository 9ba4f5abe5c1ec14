/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Between properties and the SDK's model classes: what a schema says of a property and what a model
 * class says of its fields are enough to carry values from one to the other.
 */
@NullMarked
package dev.plinth.aws.model;

import org.jspecify.annotations.NullMarked;
