/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;

/** A local account with a function named orders, of which version 1 is published. */
public final class FunctionScene implements AutoCloseable {
  private final Backend aws;
  private final Driver driver;

  public FunctionScene(Path folder) {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
    driver.create(
        "aws:lambda/function:Function",
        PropertyMap.builder()
            .put("name", "orders")
            .put("role", aws.surroundings().role("orders"))
            .put("runtime", "java21")
            .put("handler", "shop.Orders::handle")
            .put("s3Bucket", "artifacts")
            .put("s3Key", "orders.jar")
            .put("publish", true)
            .build());
    aws.calls().forget();
  }

  public Backend aws() {
    return aws;
  }

  public Driver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.close();
  }
}
