/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Traces of what a command does, for those who collect them: a span for the command, for the run of
 * each stack, for each step, and for each call to AWS. Runs and steps are read from the engine's
 * events, as every report is. Begin with {@link dev.plinth.cli.telemetry.Telemetry}; nothing else
 * of this package, and nothing of OpenTelemetry's SDK, is loaded unless somebody collects.
 */
@NullMarked
package dev.plinth.cli.telemetry;

import org.jspecify.annotations.NullMarked;
