/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.access.Edge;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.PolicyDocument;
import dev.plinth.api.computestack.access.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A role that a service assumes, and what it allows.
 *
 * @param policy what must stand before the role is used
 */
record ServiceRole(Role role, RolePolicy policy) {

  /** A role for the edges. */
  static ServiceRole create(Site site, String id, String service, List<Edge> edges) {
    return create(site, id, service, edges, Output.of(identity -> List.of()));
  }

  /** A role for the edges and for further statements. */
  static ServiceRole create(
      Site site,
      String id,
      String service,
      List<Edge> edges,
      Output<Function<Identity, List<Statement>>> further) {
    Role role =
        new Role(
            id,
            RoleArgs.builder()
                .name(site.name(id))
                .assumeRolePolicy(
                    site.inAccount(identity -> PolicyDocument.trust(service, identity.account())))
                .tags(site.tags())
                .build(),
            site.options().build());
    RolePolicy policy =
        new RolePolicy(
            id,
            RolePolicyArgs.builder()
                .name(site.name(id))
                .role(role.name())
                .policy(
                    Output.tuple(site.inAccount(identity -> identity), further)
                        .applyValue(found -> policyOf(edges, found.t2, found.t1)))
                .build(),
            site.options().build());
    return new ServiceRole(role, policy);
  }

  private static String policyOf(
      List<Edge> edges, Function<Identity, List<Statement>> further, Identity identity) {
    List<Statement> statements = new ArrayList<>();
    edges.forEach(edge -> statements.addAll(edge.statements(identity)));
    statements.addAll(further.apply(identity));
    return PolicyDocument.of(statements);
  }
}
