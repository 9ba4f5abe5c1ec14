/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.ROLE;
import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.local.catalogue.Assumption;
import dev.plinth.local.catalogue.ResourceKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssumptionsTest {
  private static final String CREATE = "lambda:CreateFunction";

  @TempDir Path folder;

  @Test
  void whatARequestNamesIsAssumedAndListedWithTheCall() {
    LocalAccount account = Accounts.open(folder);

    account
        .lambda()
        .createFunction(
            orders()
                .kmsKeyArn("arn:aws:kms:eu-central-1:123456789012:key/1")
                .layers("arn:aws:lambda:eu-central-1:123456789012:layer:log:3")
                .vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1"))
                .deadLetterConfig(d -> d.targetArn("arn:aws:sqs:eu-central-1:123456789012:dead"))
                .build());

    assertThat(account.assumptions())
        .containsExactly(
            new Assumption(ResourceKind.ROLE, ROLE, CREATE),
            new Assumption(ResourceKind.SUBNET, "subnet-1", CREATE),
            new Assumption(ResourceKind.SECURITY_GROUP, "sg-1", CREATE),
            new Assumption(
                ResourceKind.KMS_KEY, "arn:aws:kms:eu-central-1:123456789012:key/1", CREATE),
            new Assumption(
                ResourceKind.LAYER_VERSION,
                "arn:aws:lambda:eu-central-1:123456789012:layer:log:3",
                CREATE),
            new Assumption(
                ResourceKind.DEAD_LETTER_TARGET,
                "arn:aws:sqs:eu-central-1:123456789012:dead",
                CREATE),
            new Assumption(ResourceKind.OBJECT, "s3://artifacts/orders.zip", CREATE));
  }

  @Test
  void aThingIsAssumedOnceInTheLifeOfTheAccount() {
    LocalAccount first = Accounts.open(folder);
    first.lambda().createFunction(orders().build());
    first.lambda().createFunction(orders().functionName("bills").build());

    LocalAccount second = Accounts.open(folder);
    second.lambda().createFunction(orders().functionName("carts").build());

    assertThat(first.assumptions()).hasSize(2);
    assertThat(second.assumptions()).isEmpty();
  }

  @Test
  void whatTwoOpenAccountsNameIsAssumedByOneOfThem() {
    LocalAccount one = Accounts.open(folder);
    LocalAccount other = Accounts.open(folder);
    one.lambda().listFunctions();
    other.lambda().listFunctions();

    one.lambda().createFunction(orders().build());
    other.lambda().createFunction(orders().functionName("bills").build());

    assertThat(one.assumptions()).hasSize(2);
    assertThat(other.assumptions()).isEmpty();
  }

  @Test
  void whatIsDeclaredIsNotAssumed() {
    LocalAccount account = Accounts.open(folder);
    account.declare(ResourceKind.ROLE, ROLE);

    account.lambda().createFunction(orders().build());

    assertThat(account.assumptions())
        .extracting(Assumption::kind)
        .containsExactly(ResourceKind.OBJECT);
  }
}
