/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void an_error_cannot_be_made_without_a_remedy() {
    assertThatThrownBy(
            () -> new Diagnostic(Severity.ERROR, "a.b", Optional.empty(), "", "wrong.", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findings_come_in_the_order_of_the_file_and_those_without_a_place_last() {
    Findings findings = new Findings();
    findings.add(new Diagnostic(Severity.WARNING, "none", Optional.empty(), "", "m", ""));
    findings.warning("second", new SourceLocation("a.yaml", 10, 1), "", "m", "");
    findings.error("first", new SourceLocation("a.yaml", 9, 1), "", "m", "fix");

    assertThat(findings.sorted())
        .extracting(Diagnostic::code)
        .containsExactly("first", "second", "none");
  }

  @Test
  void a_quotation_is_one_short_line() {
    assertThat(Quotation.of("a\n\u0007b")).isEqualTo("\"a\\u000a\\u0007b\"");
    assertThat(Quotation.of("x".repeat(100))).hasSize(83).endsWith("…\"");
  }
}
