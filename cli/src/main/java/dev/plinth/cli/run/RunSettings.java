/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.manifest.Manifest;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.Optional;

/**
 * What the user says of all runs of a command.
 *
 * @param providerConfig the file with explicit credentials; ambient ones otherwise
 * @param region for resources without an explicit provider configuration
 * @param parallel how many steps may run at once, in all stacks together
 * @param options what is asked of each run
 */
public record RunSettings(
    Optional<Manifest<AwsProviderConfig>> providerConfig,
    Optional<String> region,
    int parallel,
    RunOptions options) {}
