/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.TagPolicy;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.Layer;

/**
 * Writes what Lambda says of a function as outputs. What Lambda answers in place of <em>not
 * set</em> is left out.
 *
 * @param region the function's region
 */
record FunctionOutputs(String region, TagPolicy tags) {

  PropertyMap of(GetFunctionResponse found, Prior prior, String version) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, FunctionSchema.SCHEMA.shape(), prior);
    FunctionConfiguration function = found.configuration();
    basics(function, outputs);
    code(found, outputs);
    new FunctionPartOutputs(function, prior).put(outputs);
    names(function, version, outputs);
    outputs.put("reservedConcurrentExecutions", reserved(found));
    TagOutputs.put(outputs, tags, found.tags(), prior);
    return outputs.build();
  }

  private static void basics(FunctionConfiguration function, PropertyMap.Builder outputs) {
    put(outputs, "name", function.functionName());
    put(outputs, "role", function.role());
    put(outputs, "handler", function.handler());
    put(outputs, "runtime", function.runtimeAsString());
    put(outputs, "description", function.description());
    put(outputs, "kmsKeyArn", function.kmsKeyArn());
    put(outputs, "lastModified", function.lastModified());
    put(outputs, "signingJobArn", function.signingJobArn());
    put(outputs, "signingProfileVersionArn", function.signingProfileVersionArn());
    put(outputs, "memorySize", function.memorySize());
    put(outputs, "timeout", function.timeout());
    String packageType = function.packageTypeAsString();
    put(outputs, "packageType", packageType == null ? "Zip" : packageType);
    if (function.hasArchitectures()) {
      outputs.putTexts("architectures", function.architecturesAsStrings());
    }
    List<String> layers = function.layers().stream().map(Layer::arn).toList();
    if (!layers.isEmpty()) {
      outputs.putTexts("layers", layers);
    }
  }

  private static void code(GetFunctionResponse found, PropertyMap.Builder outputs) {
    put(outputs, "codeSha256", found.configuration().codeSha256());
    put(outputs, "sourceCodeSize", found.configuration().codeSize());
    if (found.code() != null) {
      put(outputs, "imageUri", found.code().imageUri());
    }
  }

  private void names(FunctionConfiguration function, String version, PropertyMap.Builder outputs) {
    String arn = function.functionArn();
    String qualified = arn + ":" + version;
    outputs.put("arn", arn).put("invokeArn", InvokeArn.of(region, arn));
    outputs.put("version", version);
    outputs
        .put("qualifiedArn", qualified)
        .put("qualifiedInvokeArn", InvokeArn.of(region, qualified));
  }

  private static double reserved(GetFunctionResponse found) {
    return Optional.ofNullable(found.concurrency())
        .map(concurrency -> concurrency.reservedConcurrentExecutions())
        .orElse(FunctionSchema.UNRESERVED);
  }

  private static void put(PropertyMap.Builder outputs, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      outputs.put(name, value);
    }
  }

  private static void put(PropertyMap.Builder outputs, String name, @Nullable Number value) {
    if (value != null) {
      outputs.put(name, value.doubleValue());
    }
  }
}
