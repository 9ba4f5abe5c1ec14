/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.deploy.RunOptions;
import java.util.List;
import java.util.Optional;

/**
 * What destroy and refresh are asked to do.
 *
 * @param paths manifests of the stacks that are meant; may be empty
 * @param stack the one stack that is meant
 * @param place where the state is, and the local account
 * @param local whether the stacks must be in the local account
 * @param options what is asked of each run
 */
public record StoredRequest(
    List<String> paths,
    Optional<String> stack,
    StatePlace place,
    boolean local,
    int parallel,
    RunOptions options) {}
