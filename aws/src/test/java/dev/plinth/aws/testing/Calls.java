/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Stands between the provider and a client: lists the calls, and lets a test spoil the next ones.
 */
public final class Calls {
  /** What becomes of one call. */
  public sealed interface Fault {
    /** The call is refused and has no effect. */
    record Refused(RuntimeException answer) implements Fault {}

    /** The call takes effect, but its answer is lost. */
    record AnswerLost(RuntimeException instead) implements Fault {}

    /** The call takes effect and says something else. */
    record Altered(UnaryOperator<Object> answer) implements Fault {}
  }

  private final List<String> names = new CopyOnWriteArrayList<>();
  private final List<AwsRequest> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

  /** The next call of a name, and as many after it as there are faults, go wrong. */
  public void spoil(String name, Fault... next) {
    Deque<Fault> queue = faults.computeIfAbsent(name, key -> new ArrayDeque<>());
    queue.addAll(List.of(next));
  }

  public void refuse(String name, RuntimeException answer, int times) {
    for (int i = 0; i < times; i++) {
      spoil(name, new Fault.Refused(answer));
    }
  }

  /** The calls in their order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The requests in their order. */
  public List<AwsRequest> requests() {
    return List.copyOf(requests);
  }

  /** The last request of a type. */
  public <T extends AwsRequest> T last(Class<T> type) {
    return requests.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  public void forget() {
    names.clear();
    requests.clear();
  }

  <T> T around(Class<T> type, T client) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (arguments != null && arguments[0] instanceof Consumer<?> && method.isDefault()) {
            // Builds the request and comes back with it.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (arguments == null || !(arguments[0] instanceof AwsRequest request)) {
            return invoke(client, method, arguments);
          }
          names.add(method.getName());
          requests.add(request);
          Deque<Fault> queue = faults.get(method.getName());
          Fault fault = queue == null ? null : queue.poll();
          if (fault instanceof Fault.Refused refused) {
            throw refused.answer();
          }
          Object answer = invoke(client, method, arguments);
          if (fault instanceof Fault.AnswerLost lost) {
            throw lost.instead();
          }
          return fault instanceof Fault.Altered altered ? altered.answer().apply(answer) : answer;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object client, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
