/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * moto, an AWS that is not ours, for tests of any module: where {@code interop/moto/setup} puts it,
 * and a server of it. Start at {@link dev.plinth.interop.moto.MotoServer}.
 */
@NullMarked
package dev.plinth.interop.moto;

import org.jspecify.annotations.NullMarked;
