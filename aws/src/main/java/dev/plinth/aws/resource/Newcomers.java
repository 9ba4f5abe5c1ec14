/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRule;
import dev.plinth.aws.call.SafeCreate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Creates what AWS makes as often as it is asked, each under an id that AWS chooses. What is at a
 * place is looked up before the first of ours is made there, and at one place one is made after the
 * other. So when an answer is lost, what has come since and is as asked for is what the call made.
 */
public final class Newcomers {
  private final Turns turns = new Turns();
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  /**
   * How something is made.
   *
   * @param place where, such as an API
   * @param action the API call's name
   * @param id what the answer says the id is
   * @param ids the ids of all that is there and may be it
   * @param isAsAsked whether what has an id is as asked for
   */
  public record Making<T>(
      String place,
      String action,
      List<RetryRule> rules,
      Supplier<T> call,
      Function<T, String> id,
      Supplier<? extends Collection<String>> ids,
      Predicate<String> isAsAsked) {}

  /**
   * What was made.
   *
   * @param answer empty when it was lost
   */
  public record Made<T>(String id, Optional<T> answer) {}

  /**
   * Makes it once.
   *
   * @throws AwsFailure when AWS refuses it, or gives no answer however often it is asked
   */
  public <T> Made<T> create(Operation operation, Making<T> making) {
    return turns.take(making.place(), () -> inTurn(operation, making));
  }

  private <T> Made<T> inTurn(Operation operation, Making<T> making) {
    Set<String> there = known.computeIfAbsent(making.place(), place -> known(making));
    Optional<T> answer =
        new SafeCreate(operation, AwsFailure::isTaken, () -> find(making, there).isPresent())
            .run(making.action(), making.rules(), making.call());
    String id =
        answer.map(making.id()).or(() -> find(making, there)).orElseThrow(operation::disappeared);
    there.add(id);
    return new Made<>(id, answer);
  }

  private static Set<String> known(Making<?> making) {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    ids.addAll(making.ids().get());
    return ids;
  }

  private static Optional<String> find(Making<?> making, Set<String> there) {
    return making.ids().get().stream()
        .filter(id -> !there.contains(id))
        .filter(making.isAsAsked())
        .findFirst()
        .map(String::valueOf);
  }
}
