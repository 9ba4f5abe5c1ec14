/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlersTest {
  private final Invocation context = new Invocation();

  @Test
  void the_api_processor_answers_with_the_request_id() {
    assertThat(new ApiProcessor().handleRequest(Map.of("rawPath", "/orders"), context))
        .containsEntry("statusCode", 200)
        .containsEntry("body", "{\"requestId\":\"request-1\"}");
    assertThat(context.lines).containsExactly("request /orders");
  }

  @Test
  void the_auth_handler_lets_nobody_in() {
    assertThat(new AuthHandler().handleRequest(Map.of(), context))
        .isEqualTo(Map.of("isAuthorized", false));
  }

  @Test
  void the_data_processor_keeps_only_the_messages_that_failed() {
    Map<String, Object> batch =
        Map.of(
            "Records",
            List.of(
                Map.of("messageId", "1", "body", "work"), Map.of("messageId", "2", "body", " ")));

    assertThat(new DataProcessor().handleRequest(batch, context))
        .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "2"))));
  }

  @Test
  void a_batch_of_which_every_message_failed_is_an_error_of_the_function() {
    Map<String, Object> batch =
        Map.of(
            "Records",
            List.of(Map.of("messageId", "1", "body", ""), Map.of("messageId", "2", "body", " ")));

    assertThatThrownBy(() -> new DataProcessor().handleRequest(batch, context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("none of 2 records was processed")
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(new DataProcessor().handleRequest(Map.of("Records", List.of()), context))
        .isEqualTo(Map.of("batchItemFailures", List.of()));
  }

  @Test
  void a_stream_begins_again_at_the_first_record_that_failed() {
    Map<String, Object> batch =
        Map.of("Records", List.of(kinesis("101", "work"), kinesis("102", ""), kinesis("103", "")));

    assertThat(new DataProcessor().handleRequest(batch, context))
        .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "102"))));
    assertThat(context.lines)
        .containsExactly(
            "processed 101", "failed: 102 java.lang.IllegalArgumentException: the record is empty");
  }

  @Test
  void a_change_of_a_table_is_named_by_its_sequence_number() {
    Map<String, Object> batch =
        Map.of("Records", List.of(change("201", Map.of("id", "1")), change("202", Map.of())));

    assertThat(new DataProcessor().handleRequest(batch, context))
        .isEqualTo(Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "202"))));
  }

  @Test
  void a_stream_whose_first_record_failed_is_an_error_of_the_function() {
    Map<String, Object> batch =
        Map.of("Records", List.of(kinesis("101", ""), kinesis("102", "work")));

    assertThatThrownBy(() -> new DataProcessor().handleRequest(batch, context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("none of 2 records was processed");
    assertThat(context.lines).hasSize(1);
  }

  private static Map<String, Object> kinesis(String number, String data) {
    return Map.of(
        "eventSource", "aws:kinesis", "kinesis", Map.of("sequenceNumber", number, "data", data));
  }

  private static Map<String, Object> change(String number, Map<String, Object> keys) {
    return Map.of(
        "eventSource", "aws:dynamodb", "dynamodb", Map.of("SequenceNumber", number, "Keys", keys));
  }

  @Test
  void what_cannot_be_tried_again_in_part_is_tried_again_as_a_whole() {
    Map<String, Object> told = Map.of("EventSource", "aws:sns", "Sns", Map.of("Message", "work"));
    Map<String, Object> batch =
        Map.of("Records", List.of(Map.of("messageId", "1", "body", "work"), told));

    assertThatThrownBy(() -> new DataProcessor().handleRequest(batch, context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a record that cannot be asked for again was not processed");
  }

  @Test
  void the_steps_of_the_pipeline_are_answered() {
    assertThat(new DataProcessor().handleRequest(Map.of("stage", "validate"), context))
        .containsEntry("stage", "validate");
    assertThat(new FileProcessor().handleRequest(Map.of("stage", "store"), context))
        .containsEntry("stage", "store");
  }

  @Test
  void other_events_are_taken() {
    Map<String, Object> objects = Map.of("Records", List.of(Map.of("eventName", "ObjectCreated")));

    assertThat(new FileProcessor().handleRequest(objects, context))
        .isEqualTo(Map.of("batchItemFailures", List.of()));
    assertThat(new NotificationHandler().handleRequest(objects, context))
        .isEqualTo(Map.of("batchItemFailures", List.of()));
    assertThat(new Scheduler().handleRequest(Map.of(), context)).containsEntry("done", true);
  }

  @Test
  void the_code_lies_where_the_classes_were_loaded_from() {
    assertThat(Files.exists(ReferenceFunctions.location())).isTrue();
  }

  /** An invocation that remembers what was logged. */
  private static final class Invocation implements Context, LambdaLogger {
    final List<String> lines = new ArrayList<>();

    @Override
    public void log(String message) {
      lines.add(message);
    }

    @Override
    public void log(byte[] message) {
      lines.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public String getAwsRequestId() {
      return "request-1";
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public String getLogGroupName() {
      return "";
    }

    @Override
    public String getLogStreamName() {
      return "";
    }

    @Override
    public String getFunctionName() {
      return "";
    }

    @Override
    public String getFunctionVersion() {
      return "";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 1000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }
  }
}
