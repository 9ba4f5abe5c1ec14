/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.plinth.api.manifest.KindDescriptor;
import dev.plinth.api.manifest.ManifestKinds;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * The one validator of this process. Making it is the slowest thing that reading a manifest needs,
 * so it can be started on another thread before there is anything to validate.
 */
final class Protovalidate {
  private static final FutureTask<Validator> VALIDATOR = new FutureTask<>(Protovalidate::make);

  private Protovalidate() {}

  /** Starts to make the validator on a thread of its own, or else to load the rules. */
  static void warmUp(BooleanSupplier isNeeded) {
    Thread thread = new Thread(() -> prepare(isNeeded.getAsBoolean()), "plinth-validator");
    thread.setDaemon(true); // A command that ends before it has validated anything does not wait.
    thread.start();
  }

  private static void prepare(boolean isNeeded) {
    if (isNeeded) {
      VALIDATOR.run();
      return;
    }
    // The rules are in the descriptors, which are parsed when they are first asked for.
    for (KindDescriptor<?> kind : ManifestKinds.all()) {
      Descriptor unused = kind.prototype().getDescriptorForType();
    }
  }

  static ValidationResult validate(Message message) {
    try {
      return validator().validate(message);
    } catch (ValidationException e) {
      throw new IllegalStateException(
          "the rules of " + message.getDescriptorForType().getFullName() + " do not compile", e);
    }
  }

  private static Validator validator() {
    VALIDATOR.run(); // Does nothing when another thread has begun.
    try {
      return VALIDATOR.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the validator could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the validator was made", e);
    }
  }

  private static Validator make() {
    // Native rules: protovalidate evaluates its standard rules in Java, so that CEL is compiled for
    // our own rules only.
    Config config = Config.newBuilder().setEnableNativeRules(true).build();
    return ValidatorFactory.newBuilder().withConfig(config).build();
  }
}
