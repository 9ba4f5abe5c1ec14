/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePathTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/orders, /orders",
    "/v1.0/orders:cancel/a_b-c, /v1.0/orders:cancel/a_b-c",
    "/orders/{id}, /orders/{}",
    "/orders/{order-id}/items/{item}, /orders/{}/items/{}",
    "/{proxy+}, /{+}",
    "/files/{path+}, /files/{+}",
  })
  void a_path_is_told_from_others_by_all_but_the_names_of_its_parameters(
      String path, String shape) {
    assertThat(RoutePath.of(path).problem()).isEmpty();
    assertThat(RoutePath.of(path).shape()).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | does not begin with a slash",
        "orders            | does not begin with a slash",
        "/orders/          | ends with a slash",
        "/orders//items    | has two slashes in a row",
        "/{proxy+}/items   | goes on after {proxy+}, which takes all that follows",
        "/a/{id}/b/{id}    | has two parameters of the name id",
        "/a/{id}/b/{id+}   | has two parameters of the name id",
        "/a b | has the segment a b, which is neither a {parameter} nor only letters, digits and . : _ -",
        "/a{id} | has the segment a{id}, which is neither a {parameter} nor only letters, digits and . : _ -",
        "/{}   | has the segment {}, which is neither a {parameter} nor only letters, digits and . : _ -",
        "/*    | has the segment *, which is neither a {parameter} nor only letters, digits and . : _ -",
      })
  void a_path_that_api_gateway_refuses_says_why(String path, String problem) {
    assertThat(RoutePath.of(path).problem()).contains(problem);
  }
}
