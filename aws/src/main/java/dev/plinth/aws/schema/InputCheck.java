/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckRequest;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import java.util.List;

/** Checks a resource's inputs against its schema, and fills in defaults, the name and all tags. */
public final class InputCheck {
  private static final PropertyValue NO_TAGS = PropertyValue.of(PropertyMap.empty());

  private final ResourceSchema schema;
  private final CheckRequest request;
  private final TagPolicy tags;
  private final Findings findings = new Findings();

  private InputCheck(ResourceSchema schema, CheckRequest request, TagPolicy tags) {
    this.schema = schema;
    this.request = request;
    this.tags = tags;
  }

  public static CheckResult check(ResourceSchema schema, CheckRequest request, TagPolicy tags) {
    return new InputCheck(schema, request, tags).run();
  }

  /** What is wrong with properties that are no resource's. */
  public static List<CheckFailure> failures(Shape shape, PropertyMap inputs) {
    Findings findings = new Findings();
    new ObjectCheck(findings).check(shape, "", inputs, PropertyMap.empty());
    return findings.failures();
  }

  private CheckResult run() {
    ObjectCheck.Checked checked =
        new ObjectCheck(findings).check(schema.shape(), "", request.news(), request.olds());
    PropertyMap.Builder inputs = checked.inputs().toBuilder();
    autoname(checked, inputs);
    if (schema.tagged()) {
      inputs.put(ResourceSchema.TAGS_ALL, allTags(checked.inputs()));
    }
    inputs.putTexts(ResourceSchema.DEFAULTS, checked.defaults());
    return new CheckResult(inputs.build(), findings.failures());
  }

  private void autoname(ObjectCheck.Checked checked, PropertyMap.Builder inputs) {
    Autoname autoname = schema.autoname();
    if (autoname == null || !autoname.applies(checked.inputs())) {
      return;
    }
    PropertyValue kept = ObjectCheck.keptDefault(request.olds(), autoname.property());
    if (kept == null) {
      String drawn =
          autoname.draw(request.urn().name(), request.randomSeed(), checked.inputs(), findings);
      if (drawn == null) {
        return;
      }
      kept = PropertyValue.of(drawn);
      new ObjectCheck(findings).checkDrawn(schema.shape(), autoname.property(), kept);
    }
    inputs.put(autoname.property(), kept);
    checked.defaults().add(autoname.property());
  }

  private PropertyValue allTags(PropertyMap inputs) {
    PropertyValue own = inputs.get(ResourceSchema.TAGS).orElse(NO_TAGS);
    boolean secret = own instanceof PropertyValue.Secret;
    PropertyValue plain = own instanceof PropertyValue.Secret wrapped ? wrapped.value() : own;
    if (plain instanceof Computed) {
      return own;
    }
    PropertyMap given =
        plain instanceof PropertyValue.Obj obj ? obj.properties() : PropertyMap.empty();
    PropertyValue all = PropertyValue.of(tags.all(given));
    return secret ? new PropertyValue.Secret(all) : all;
  }
}
