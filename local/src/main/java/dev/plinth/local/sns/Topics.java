/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;

/** The topics of the account's region, by ARN. */
final class Topics {
  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;

  Topics(AccountContext account, Path folder, FolderLock lock) {
    this.account = account;
    this.shelf = shelf(folder);
    this.lock = lock;
  }

  static Shelf shelf(Path folder) {
    return new Shelf(folder.resolve("topics"));
  }

  NavigableSet<String> arns() {
    return shelf.names();
  }

  /** Makes a topic; one that is there is answered when it is what is asked for. */
  String create(CreateTopicRequest request) {
    Map<String, String> wanted = request.attributes();
    boolean fifo = Boolean.parseBoolean(wanted.getOrDefault("FifoTopic", "false"));
    TopicRules.checkName(request.name(), fifo);
    String arn = account.arn("sns", request.name());
    Map<String, String> tags = SnsTags.checked(Map.of(), SnsTags.map(request.tags()));
    return lock.holding(
        () -> {
          Attributed found = find(arn).orElse(null);
          Attributed topic = found == null ? fresh(arn, fifo, tags) : found;
          for (Map.Entry<String, String> each : wanted.entrySet()) {
            TopicRules.check(topic, each.getKey(), each.getValue());
            if (found != null && !found.attribute(each.getKey()).equals(each.getValue())) {
              throw SnsFault.invalidParameter(
                  "Attributes Reason: Topic already exists with different attributes");
            }
            topic = topic.with(each.getKey(), each.getValue());
          }
          if (found != null && !found.tags().equals(tags)) {
            throw SnsFault.invalidParameter(
                "Tags Reason: Topic already exists with different tags");
          }
          shelf.write(arn, topic.toJson());
          return arn;
        });
  }

  Attributed require(@Nullable String arn) {
    return find(String.valueOf(arn)).orElseThrow(SnsFault::topicNotFound);
  }

  Optional<Attributed> find(String arn) {
    return shelf.read(arn).map(Attributed::ofJson);
  }

  void change(@Nullable String arn, UnaryOperator<Attributed> change) {
    lock.holding(
        () -> {
          Attributed changed = change.apply(require(arn));
          shelf.write(String.valueOf(arn), changed.toJson());
          return changed;
        });
  }

  /** That a topic is gone already is a success. */
  void delete(String arn) {
    lock.holding(
        () -> {
          shelf.delete(arn);
          return arn;
        });
  }

  private Attributed fresh(String arn, boolean fifo, Map<String, String> tags) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("TopicArn", arn);
    attributes.put("Owner", account.accountId());
    attributes.put("Policy", DefaultPolicy.of(arn, account.accountId()));
    if (fifo) {
      attributes.put("FifoTopic", "true");
      attributes.put("ContentBasedDeduplication", "false");
    }
    return new Attributed(attributes, tags);
  }
}
