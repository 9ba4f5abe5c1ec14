/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.value.PropertyValue.SealedValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SecretTest {
  private static final PropertyValue VALUE = PropertyValue.of("hunter2");

  @Test
  void aSealedSecretIsOpenedOnceAndOnlyWhenItsValueIsAskedFor() {
    AtomicInteger opened = new AtomicInteger();
    Secret secret =
        new Secret(
            () -> {
              opened.incrementAndGet();
              return VALUE;
            });

    assertThat(secret.containsSecrets()).isTrue();
    assertThat(secret).hasToString("[secret]").hasSameHashCodeAs(new Secret(VALUE));
    assertThat(opened).hasValue(0);

    assertThat(secret).isEqualTo(new Secret(VALUE)).isNotEqualTo(new Secret(PropertyValue.of("x")));
    assertThat(secret.withoutSecrets()).isEqualTo(VALUE);
    assertThat(opened).hasValue(1);
  }

  @Test
  void secretsOfOneSealAreEqualWithoutBeingOpened() {
    SealedValue locked =
        () -> {
          throw new UnsupportedOperationException("no key");
        };

    assertThat(new Secret(locked)).isEqualTo(new Secret(locked));
    assertThatThrownBy(() -> new Secret(locked).value())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
