/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.pulumi.Context;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a deployed manifest exports.
 *
 * <p>All but the layers are outputs of the resources themselves, so that they say what was deployed
 * and cost no further Output. The layers are those of the manifest: AWS reports none as absent,
 * where the export is an empty list.
 */
record FunctionOutputs(Function function, LogGroup logGroup, List<String> layerArns) {

  /** Exports the five keys at the top of the stack. */
  void exportTo(Context ctx) {
    outputs().forEach(ctx::export);
    ctx.export(OutputKeys.LAYER_ARNS, Output.of(layerArns));
  }

  /** Exports one object that holds the five keys. */
  void exportTo(Context ctx, String name) {
    Map<String, Object> object = new LinkedHashMap<>(outputs());
    object.put(OutputKeys.LAYER_ARNS, layerArns);
    ctx.export(name, Output.of(object));
  }

  private Map<String, Output<?>> outputs() {
    Map<String, Output<?>> outputs = new LinkedHashMap<>();
    outputs.put(OutputKeys.FUNCTION_ARN, function.arn());
    outputs.put(OutputKeys.FUNCTION_NAME, function.name());
    outputs.put(OutputKeys.LOG_GROUP_NAME, logGroup.name());
    outputs.put(OutputKeys.ROLE_ARN, function.role());
    return outputs;
  }
}
