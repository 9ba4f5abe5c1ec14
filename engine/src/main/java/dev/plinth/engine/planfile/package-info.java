/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Plans as text, to be kept between a preview and the run that it is for. Start at {@link
 * dev.plinth.engine.planfile.PlanDocument}.
 */
@NullMarked
package dev.plinth.engine.planfile;

import org.jspecify.annotations.NullMarked;
