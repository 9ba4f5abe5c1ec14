/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.deploy.RunOptions;
import java.util.List;
import java.util.Optional;

/**
 * What preview and up are asked to do.
 *
 * @param paths the manifests, as on the command line
 * @param stack the one stack for all of them; else each has its own
 * @param place where the state is, and the local account
 * @param local whether new stacks go to the local account
 * @param strict whether the local account refuses what it does not have
 * @param resources files or folders with documents that references may lead to
 * @param providerConfig the file with explicit credentials
 * @param options what is asked of each run
 */
public record UpdateRequest(
    List<String> paths,
    Optional<String> stack,
    StatePlace place,
    boolean local,
    boolean strict,
    Optional<String> region,
    List<String> resources,
    Optional<String> providerConfig,
    int parallel,
    RunOptions options) {}
