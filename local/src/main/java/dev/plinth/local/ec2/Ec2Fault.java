/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.ec2;

import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** EC2's refusals; the SDK has one exception class for all of them. */
final class Ec2Fault {
  private Ec2Fault() {}

  static Ec2Exception of(String code, String message) {
    return (Ec2Exception)
        new Refusal("Ec2", code, 400, message).describe(Ec2Exception.builder()).build();
  }

  static Ec2Exception notFound(String code, String what, String id) {
    return of(code, "The " + what + " '" + id + "' does not exist");
  }
}
