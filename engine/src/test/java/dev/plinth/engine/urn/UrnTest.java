/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.urn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UrnTest {

  @Test
  void theNameMayHoldTheSeparator() {
    Urn urn = new Urn("urn:pulumi:dev::shop::acme:web:Site$aws:s3/bucket:Bucket::a::b$c");

    assertThat(urn.stack()).isEqualTo("dev");
    assertThat(urn.project()).isEqualTo("shop");
    assertThat(urn.qualifiedType()).isEqualTo("acme:web:Site$aws:s3/bucket:Bucket");
    assertThat(urn.type()).isEqualTo("aws:s3/bucket:Bucket");
    assertThat(urn.name()).isEqualTo("a::b$c");
  }

  @Test
  void theRootStackLeavesNoTraceInItsChildrensTypes() {
    Urn root = Urn.ofRootStack("dev", "shop");
    Urn site = Urn.of("dev", "shop", Optional.of(root), "acme:web:Site", "site");
    Urn bucket = Urn.of("dev", "shop", Optional.of(site), "aws:s3/bucket:Bucket", "b");

    assertThat(root.text()).isEqualTo("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
    assertThat(site.qualifiedType()).isEqualTo("acme:web:Site");
    assertThat(bucket.qualifiedType()).isEqualTo("acme:web:Site$aws:s3/bucket:Bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "urn:pulumi:", "urn:pulumi:a::b::c", "urn:other:a::b::c::d"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> new Urn(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a URN: " + text);
  }
}
