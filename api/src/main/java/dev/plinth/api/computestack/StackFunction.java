/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.awslambda.Architecture;
import dev.plinth.proto.computestack.ComputeFunction;
import dev.plinth.proto.computestack.FunctionAccess;
import dev.plinth.proto.computestack.UrlAuthType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A function with all its defaults.
 *
 * @param id what the manifest calls it
 * @param path where the manifest describes it, if it does
 * @param name in AWS
 * @param standard which of the six it is; empty for a further one
 * @param spec as the manifest has it
 * @param settings of the profile
 * @param access what it may use
 * @param wantsVpc whether it is to run in the private subnets
 * @param inVpc whether it does, because there are some
 * @param queues what it works through
 * @param filterPolicy of its subscription to the notifications topic; empty when it has none
 */
public record StackFunction(
    String id,
    String path,
    String name,
    Optional<StandardFunction> standard,
    ComputeFunction spec,
    ProfileSettings settings,
    FunctionAccess access,
    boolean wantsVpc,
    boolean inVpc,
    List<QueueFeed> queues,
    Optional<String> filterPolicy) {
  private static final int MEMORY_MB = 512;
  private static final int TIMEOUT_SECONDS = 60;
  private static final int TARGET_PERCENT = 70;

  /**
   * Environments that are kept ready.
   *
   * @param targetPercent what auto-scaling aims at, when maximum is above minimum
   */
  public record Provisioned(int minimum, int maximum, int targetPercent) {}

  /** Whether it is this one of the six. */
  public boolean is(StandardFunction role) {
    return standard.filter(own -> own == role).isPresent();
  }

  /** What the console shows. */
  public String description() {
    return spec.getDescription().isEmpty()
        ? standard.map(StandardFunction::description).orElse("")
        : spec.getDescription();
  }

  /** Instruction set in AWS's words. */
  public String architecture() {
    return spec.getArchitecture() == Architecture.X86_64 ? "x86_64" : "arm64";
  }

  /** Memory in MB. */
  public int memoryMb() {
    return spec.getMemoryMb() > 0
        ? spec.getMemoryMb()
        : standard.map(StandardFunction::memoryMb).orElse(MEMORY_MB);
  }

  /** Longest run in seconds. */
  public int timeoutSeconds() {
    return spec.getTimeoutSeconds() > 0
        ? spec.getTimeoutSeconds()
        : standard.map(role -> role.timeoutSeconds(settings)).orElse(furtherTimeoutSeconds());
  }

  private int furtherTimeoutSeconds() {
    return spec.getRoutesCount() > 0 ? StackRoute.LONGEST_WAIT_SECONDS : TIMEOUT_SECONDS;
  }

  /** Concurrency set aside; empty when nothing is. */
  public OptionalInt reservedConcurrency() {
    int reserved = spec.hasReservedConcurrency() ? spec.getReservedConcurrency() : ofProfile();
    return reserved >= 0 ? OptionalInt.of(reserved) : OptionalInt.empty();
  }

  private int ofProfile() {
    int reserved =
        switch (standard.map(StandardFunction::id).orElse("")) {
          case "api_processor" -> settings.reservedApi();
          case "data_processor" -> settings.reservedData();
          case "auth_handler" -> settings.reservedAuth();
          default -> 0;
        };
    return reserved == 0 ? -1 : reserved;
  }

  /** Environments kept ready; empty when none are. */
  public Optional<Provisioned> provisioned() {
    boolean api = is(StandardFunction.API_PROCESSOR);
    int minimum =
        spec.hasProvisionedConcurrency()
            ? spec.getProvisionedConcurrency().getMinimum()
            : (api ? settings.provisionedMinimum() : 0);
    if (minimum == 0) {
      return Optional.empty();
    }
    int maximum =
        spec.hasProvisionedConcurrency()
            ? spec.getProvisionedConcurrency().getMaximum()
            : settings.provisionedMaximum();
    int target = spec.getProvisionedConcurrency().getTargetUtilizationPercent();
    return Optional.of(
        new Provisioned(minimum, Math.max(minimum, maximum), target > 0 ? target : TARGET_PERCENT));
  }

  /** Days after which log events expire. */
  public int logRetentionDays() {
    return spec.hasLogRetentionDays() ? spec.getLogRetentionDays() : settings.logRetentionDays();
  }

  /** Least level of what it logs. */
  public String applicationLogLevel() {
    return switch (spec.getLogLevel()) {
      case LOG_LEVEL_UNSPECIFIED, UNRECOGNIZED -> settings.applicationLogLevel();
      case TRACE, DEBUG, INFO, WARN, ERROR -> spec.getLogLevel().name();
    };
  }

  /** Name of its log group. */
  public String logGroup() {
    return "/aws/lambda/" + name;
  }

  /** Whether X-Ray traces it. */
  public boolean traced() {
    return !spec.hasTracing() || spec.getTracing();
  }

  /** Whether it has a URL. */
  public boolean hasUrl() {
    boolean api = is(StandardFunction.API_PROCESSOR);
    if (!spec.hasUrl()) {
      return api;
    }
    return !spec.getUrl().hasEnabled() || spec.getUrl().getEnabled();
  }

  /** Whether everybody may call its URL. */
  public boolean hasPublicUrl() {
    return hasUrl() && spec.getUrl().getAuthType() == UrlAuthType.NONE;
  }

  /** Whether the manifest names code, in place of the project's own function. */
  public boolean hasOwnCode() {
    return spec.hasCode();
  }

  /** Runtime; empty for an image. */
  public String runtime() {
    return spec.hasCode() ? spec.getCode().getRuntime() : StandardFunction.RUNTIME;
  }

  /** Handler; empty for an image. */
  public String handler() {
    return spec.hasCode()
        ? spec.getCode().getHandler()
        : standard.map(StandardFunction::handler).orElse("");
  }
}
