/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.testing.moto.MotoAccount;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsClient;

/** Every AWS there is to test against. */
public final class Backends {
  /** A kind of backend; each test opens its own. */
  public enum Kind {
    LOCAL_ACCOUNT {
      @Override
      public Backend open(Path folder) {
        return localAccount(folder);
      }
    },
    MOTO {
      @Override
      public Backend open(Path folder) {
        return MotoAccount.open();
      }
    };

    public abstract Backend open(Path folder);
  }

  private static final Duration SETTLES = Duration.ofSeconds(3);

  private Backends() {}

  /** A local account whose functions take three seconds of fake time to become ready. */
  public static Backend localAccount(Path folder) {
    return localAccount(folder, Surroundings.ASSUMED);
  }

  /** The same in a region of any partition. */
  public static Backend localAccountIn(Path folder, String region) {
    return localAccount(folder, Surroundings.assumedIn(region));
  }

  private static Backend localAccount(Path folder, Surroundings there) {
    FakeTime time = new FakeTime();
    LocalAccountOptions options =
        LocalAccountOptions.of(there.region()).withClock(time).withSettleTime(SETTLES);
    LocalAccount account = LocalAccount.open(folder.resolve("account"), options);
    return new Backend(
        "local account", new Local(account, there.region()), new Calls(), time, there);
  }

  private record Local(LocalAccount account, String region) implements AwsClients {
    @Override
    public <C extends AwsClient> C of(AwsService<C> service) {
      return account.client(service.type());
    }

    @Override
    public void close() {
      account.close();
    }
  }
}
