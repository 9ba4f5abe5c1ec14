/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;

/** The account's dashboards; their ARNs have no region. */
final class Dashboards {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private final AccountContext account;
  private final Stock<GetDashboardResponse> stock;

  Dashboards(AccountContext account, Stock<GetDashboardResponse> stock) {
    this.account = account;
    this.stock = stock;
  }

  private String arn(String name) {
    return "arn:"
        + account.partition().id()
        + ":cloudwatch::"
        + account.accountId()
        + ":dashboard/"
        + name;
  }

  List<String> arns() {
    return stock.names().stream().map(this::arn).toList();
  }

  void put(PutDashboardRequest request) {
    String name = request.dashboardName();
    CloudWatchFault.throwIfAny(
        new Constraints()
            .required(name, "dashboardName")
            .pattern(name, "dashboardName", NAME)
            .required(request.dashboardBody(), "dashboardBody"));
    DashboardRules.check(request.dashboardBody());
    GetDashboardResponse dashboard =
        GetDashboardResponse.builder()
            .dashboardName(name)
            .dashboardArn(arn(name))
            .dashboardBody(request.dashboardBody())
            .build();
    stock.put(name, () -> new Stored<>(dashboard, Map.of()), old -> old.with(any -> dashboard));
  }

  GetDashboardResponse get(String name) {
    return stock.find(name).map(Stored::model).orElseThrow(() -> CloudWatchFault.noDashboard(name));
  }

  ListDashboardsResponse list(ListDashboardsRequest request) {
    String prefix = Optional.ofNullable(request.dashboardNamePrefix()).orElse("");
    return ListDashboardsResponse.builder()
        .dashboardEntries(stock.all(prefix).stream().map(this::entry).toList())
        .build();
  }

  private DashboardEntry entry(GetDashboardResponse dashboard) {
    return DashboardEntry.builder()
        .dashboardName(dashboard.dashboardName())
        .dashboardArn(dashboard.dashboardArn())
        .lastModified(Instant.ofEpochMilli(account.now()))
        .size((long) dashboard.dashboardBody().length())
        .build();
  }

  /** Deletes all of the dashboards or, when one of them does not exist, none. */
  void delete(Collection<String> names) {
    names.forEach(this::get);
    names.forEach(stock::delete);
  }
}
