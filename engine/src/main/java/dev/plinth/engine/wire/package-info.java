/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Property values in the plain form that the Pulumi SDK sends and receives and that the checkpoint
 * stores: everything JSON cannot say (secrets, assets, references, unknowns) becomes an object with
 * a signature, or a sentinel string. Start at {@link dev.plinth.engine.wire.StructCodec} for
 * protobuf and at {@link dev.plinth.engine.wire.SignedForm} for the forms themselves. What is
 * particular to the checkpoint, encryption above all, is not here.
 */
@NullMarked
package dev.plinth.engine.wire;

import org.jspecify.annotations.NullMarked;
