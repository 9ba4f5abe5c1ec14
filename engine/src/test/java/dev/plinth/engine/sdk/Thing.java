/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Optional;

/** A resource as a generated Pulumi package would declare it. */
final class Thing extends CustomResource {
  @Export(
      name = "arn",
      refs = {String.class},
      tree = "[0]")
  private Output<String> arn;

  Thing(String name, Output<String> size, CustomResourceOptions options) {
    super("test:index:Thing", name, new Args(size), options);
  }

  Thing(String name, String size) {
    this(name, Output.of(size), CustomResourceOptions.Empty);
  }

  Output<String> arn() {
    return arn;
  }

  /** The inputs. */
  static final class Args extends ResourceArgs {
    @Import(name = "size")
    private final Output<String> size;

    Args(Output<String> size) {
      this.size = size;
    }

    Optional<Output<String>> size() {
      return Optional.ofNullable(size);
    }
  }
}
