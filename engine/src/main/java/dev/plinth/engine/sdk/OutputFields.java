/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.internal.Constants;
import com.pulumi.core.internal.annotations.ExportMetadata;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.serialization.internal.Converter;
import com.pulumi.serialization.internal.Deserializer;
import java.util.List;

/** The fields of resource classes that hold outputs, looked up once for each class. */
final class OutputFields {
  private static final ClassValue<List<ExportMetadata<?>>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<ExportMetadata<?>> computeValue(Class<?> type) {
          return ExportMetadata.of(type).values().stream()
              .filter(field -> !isOfEveryResource(field.getName()))
              .toList();
        }
      };

  private final Converter converter;
  private final boolean preview;

  OutputFields(DeploymentImpl deployment) {
    this.converter = new Converter(deployment.getLog(), new Deserializer(deployment.getLog()));
    this.preview = deployment.isDryRun();
  }

  /** Puts an output into each field of the resource. */
  ResourceOutputs promise(CustomResource resource, Resource.LazyFields lazy) {
    List<PromisedOutput<?>> fields =
        FIELDS.get(resource.getClass()).stream()
            .<PromisedOutput<?>>map(field -> PromisedOutput.in(field, resource))
            .toList();
    return new ResourceOutputs(resource, lazy, fields, converter, preview);
  }

  private static boolean isOfEveryResource(String name) {
    return name.equals(Constants.UrnPropertyName) || name.equals(Constants.IdPropertyName);
  }
}
