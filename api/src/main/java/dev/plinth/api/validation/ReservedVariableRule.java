/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import build.buf.validate.ValidateProto;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.Set;

/** No variable has a name that AWS Lambda keeps for itself, which the kind AwsLambda lists. */
final class ReservedVariableRule implements StackRule {
  private static final Set<String> RESERVED =
      Set.copyOf(
          AwsLambdaSpec.getDescriptor()
              .findFieldByNumber(AwsLambdaSpec.ENVIRONMENT_FIELD_NUMBER)
              .getOptions()
              .getExtension(ValidateProto.field)
              .getMap()
              .getKeys()
              .getString()
              .getNotInList());

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      String environment = FieldPath.field(function.path(), "environment");
      for (String name : function.spec().getEnvironmentMap().keySet()) {
        if (RESERVED.contains(name)) {
          report.error(
              "manifest.reserved",
              FieldPath.key(environment, name),
              "environment has the name "
                  + Quotation.of(name)
                  + ", but a name must be one that AWS Lambda does not set itself.",
              "rename the variable; AWS Lambda sets this one itself.");
        }
      }
    }
  }
}
