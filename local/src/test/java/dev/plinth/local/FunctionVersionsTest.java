/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class FunctionVersionsTest {
  @TempDir Path folder;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    lambda = Accounts.open(folder).lambda();
    lambda.createFunction(orders().build());
  }

  @Test
  void aVersionIsAQualifiedCopyOfLatest() {
    var version = lambda.publishVersion(r -> r.functionName("orders").description("first"));
    lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(60));

    assertThat(version.version()).isEqualTo("1");
    assertThat(version.functionArn()).isEqualTo(Accounts.ARN + ":1");
    assertThat(version.description()).isEqualTo("first");
    FunctionConfiguration read =
        lambda.getFunction(r -> r.functionName("orders").qualifier("1")).configuration();
    assertThat(read.timeout()).isEqualTo(3);
    assertThat(read.functionArn()).isEqualTo(Accounts.ARN + ":1");
  }

  @Test
  void nothingIsPublishedTwice() {
    lambda.publishVersion(r -> r.functionName("orders"));
    lambda.updateFunctionConfiguration(r -> r.functionName("orders"));

    var again = lambda.publishVersion(r -> r.functionName("orders").description("again"));

    assertThat(again.version()).isEqualTo("1");
    lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(60));
    assertThat(lambda.publishVersion(r -> r.functionName("orders")).version()).isEqualTo("2");
  }

  @Test
  void versionNumbersAreNotGivenTwice() {
    lambda.publishVersion(r -> r.functionName("orders"));
    lambda.deleteFunction(r -> r.functionName("orders").qualifier("1"));

    assertThat(lambda.publishVersion(r -> r.functionName("orders")).version()).isEqualTo("2");
    assertThatThrownBy(() -> lambda.getFunction(r -> r.functionName("orders:1")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(Accounts.ARN + ":1");
  }

  @Test
  void creationAndCodeUpdateCanPublish() {
    var created = lambda.createFunction(orders().functionName("bills").publish(true).build());
    var updated =
        lambda.updateFunctionCode(
            r -> r.functionName("bills").s3Bucket("artifacts").s3Key("2.zip").publish(true));

    assertThat(created.version()).isEqualTo("1");
    assertThat(updated.version()).isEqualTo("2");
    assertThat(updated.functionArn()).endsWith(":function:bills:2");
  }

  @Test
  void versionsAreListedInPagesFromLatestOn() {
    for (int timeout = 10; timeout < 13; timeout++) {
      int seconds = timeout;
      lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(seconds));
      lambda.publishVersion(r -> r.functionName("orders"));
    }

    var pages = lambda.listVersionsByFunctionPaginator(r -> r.functionName("orders").maxItems(2));

    assertThat(pages.versions())
        .extracting(FunctionConfiguration::version)
        .containsExactly("$LATEST", "1", "2", "3");
    assertThat(pages.versions())
        .extracting(FunctionConfiguration::functionArn)
        .startsWith(Accounts.ARN + ":$LATEST");
  }

  @Test
  void listingAllFunctionsWithTheirVersionsLosesNoneBetweenPages() {
    lambda.createFunction(orders().functionName("bills").publish(true).build());
    lambda.publishVersion(r -> r.functionName("orders"));

    var pages = lambda.listFunctionsPaginator(r -> r.functionVersion("ALL").maxItems(1));

    assertThat(pages.functions())
        .extracting(each -> each.functionName() + ":" + each.version())
        .containsExactly("bills:$LATEST", "bills:1", "orders:$LATEST", "orders:1");
  }

  @Test
  void latestIsReadUnderItsQualifiedArn() {
    assertThat(
            lambda
                .getFunctionConfiguration(r -> r.functionName("orders").qualifier("$LATEST"))
                .functionArn())
        .isEqualTo(Accounts.ARN + ":$LATEST");
  }

  @Test
  void latestCannotBeDeletedAlone() {
    assertThatThrownBy(
            () -> lambda.deleteFunction(r -> r.functionName("orders").qualifier("$LATEST")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("cannot be deleted without deleting the function");
  }

  @Test
  void aPublicationCanInsistOnWhatItPublishes() {
    assertThatThrownBy(
            () -> lambda.publishVersion(r -> r.functionName("orders").codeSha256("other")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("is different from current CodeSHA256 in $LATEST");
    assertThatThrownBy(
            () -> lambda.publishVersion(r -> r.functionName("orders").revisionId("other")))
        .isInstanceOf(PreconditionFailedException.class);
  }
}
