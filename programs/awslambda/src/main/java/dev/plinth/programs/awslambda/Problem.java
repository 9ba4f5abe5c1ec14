/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

/**
 * Why a stack input cannot be deployed as it stands.
 *
 * @param manifest {@code metadata.name} of the manifest; empty when it has none
 * @param path the field, such as {@code spec.subnets[1]}, or {@code target} or {@code
 *     provider_config} of the stack input
 * @param message what is wrong with the field, without a secret in it
 * @param remedy what to do about it
 */
public record Problem(String manifest, String path, String message, String remedy) {

  /** All of it in one line. */
  @Override
  public String toString() {
    String prefix = manifest.isEmpty() ? "" : manifest + ": ";
    return prefix + path + " " + message + "; " + remedy + ".";
  }
}
