/**
 * Measures the built distribution as its users meet it: whole processes, started cold, one after
 * the other. Start at {@link dev.plinth.bench.Bench}.
 */
@NullMarked
package dev.plinth.bench;

import org.jspecify.annotations.NullMarked;
