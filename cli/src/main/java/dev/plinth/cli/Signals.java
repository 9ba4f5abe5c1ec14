/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Delivers SIGINT and SIGTERM.
 *
 * <p>A shutdown hook would not do: the JVM does not take a second Ctrl-C while hooks run, and ends
 * with its own exit code. The JDK's class for signals is {@code sun.misc.Signal}, whose every use
 * javac warns of and no option silences, so it is called by reflection, and only once there is
 * something to interrupt.
 */
final class Signals {
  private static final String[] NAMES = {"INT", "TERM"};

  private boolean listening;

  /**
   * Calls the handler for each signal from now on, on a thread of the JVM. Where the JVM has no
   * such signals they end the process, as they would without this; the state on disk is whole at
   * any moment.
   */
  synchronized void listen(Runnable handler) {
    if (listening) {
      return;
    }
    listening = true;
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(), new Class<?>[] {handlerType}, invoking(handler));
      for (String name : NAMES) {
        signal
            .getMethod("handle", signal, handlerType)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      }
    } catch (ReflectiveOperationException e) {
      // Not every JVM lets go of its signals (java -Xrs); see above for what happens then.
    }
  }

  private static InvocationHandler invoking(Runnable handler) {
    return (proxy, method, args) -> {
      if (method.getName().equals("handle")) {
        handler.run();
      }
      return method.getReturnType() == boolean.class ? (Object) (proxy == args[0]) : null;
    };
  }
}
