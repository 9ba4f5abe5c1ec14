/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

/**
 * One run of one process.
 *
 * @param seconds from start to exit
 * @param peakMebibytes the most memory that was resident, as the kernel counts it; 0 where it
 *     cannot be read
 */
record Sample(double seconds, double peakMebibytes) {}
