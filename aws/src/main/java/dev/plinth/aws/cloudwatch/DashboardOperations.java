/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.PutOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;

/** What is done with dashboards. */
final class DashboardOperations extends PutOperations {
  private static final Shape SHAPE = DashboardType.SCHEMA.shape();

  private final AwsSession session;

  DashboardOperations(AwsSession session) {
    super(DashboardType.SCHEMA);
    this.session = session;
  }

  @Override
  protected String id(PropertyMap inputs) {
    return inputs.text("dashboardName").orElseThrow();
  }

  @Override
  protected void put(Operation operation, PropertyMap inputs, PropertyMap before) {
    PutDashboardRequest request =
        ModelWriter.fill(PutDashboardRequest.builder(), SHAPE, inputs).build();
    operation
        .repeatable("PutDashboard", List.of(), () -> cloudWatch().putDashboard(request))
        .dashboardValidationMessages()
        .forEach(odd -> tell(operation, odd));
  }

  /** CloudWatch takes a body that it cannot wholly show, and says why. */
  private static void tell(Operation operation, DashboardValidationMessage odd) {
    operation.tell(
        operation.resource() + " was taken, but not wholly understood: " + odd.message(),
        "Mend dashboardBody at " + odd.dataPath() + ".");
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    GetDashboardRequest request = GetDashboardRequest.builder().dashboardName(id).build();
    return operation
        .ifThere("GetDashboard", () -> cloudWatch().getDashboard(request))
        .map(
            dashboard ->
                ModelReader.read(SHAPE, dashboard).toBuilder().put("dashboardName", id).build());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteDashboardsRequest request = DeleteDashboardsRequest.builder().dashboardNames(id).build();
    operation.ifThere("DeleteDashboards", () -> cloudWatch().deleteDashboards(request));
  }

  private CloudWatchClient cloudWatch() {
    return session.clients().cloudWatch();
  }
}
