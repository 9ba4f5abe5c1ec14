"""Mends of moto where without them no foundation could live its life there. Each is a row of docs/fidelity.md."""

import json
import threading

from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.awslambda.models import LambdaFunction
from moto.scheduler.exceptions import ScheduleGroupNotFound
from moto.scheduler.models import EventBridgeSchedulerBackend
from moto.sqs.models import Queue


def mend():
    queues_keep_their_policy()
    queues_tell_their_redrive_allow_policy()
    functions_tell_their_logging()
    apis_list_their_authorizers()
    schedule_groups_that_are_gone_are_not_found()


def queues_keep_their_policy():
    original = Queue._set_attributes
    # Two attributes of a queue may be set at once: neither may take the policy from before the other.
    one_at_a_time = threading.Lock()

    def set_attributes(self, attributes, now=None):
        with one_at_a_time:
            known = {"Policy": self.policy} if hasattr(self, "_policy_json") else {}
            original(self, known | attributes, now)

    Queue._set_attributes = set_attributes


def queues_tell_their_redrive_allow_policy():
    def tell(self):
        return getattr(self, "_redrive_allow_policy", None)

    def keep(self, document):
        self._redrive_allow_policy = document or None

    Queue.redrive_allow_policy = property(tell, keep)
    Queue.BASE_ATTRIBUTES.append("RedriveAllowPolicy")


def functions_tell_their_logging():
    init, update, configuration = (
        LambdaFunction.__init__,
        LambdaFunction.update_configuration,
        LambdaFunction.get_configuration,
    )

    def initialise(self, account_id, spec, *args, **kwargs):
        self.logging_config = spec.get("LoggingConfig")
        init(self, account_id, spec, *args, **kwargs)

    def update_configuration(self, updates):
        self.logging_config = updates.get("LoggingConfig", self.logging_config)
        return update(self, updates)

    def get_configuration(self, *args, **kwargs):
        asked = self.logging_config or {}
        levels = {"ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO"}
        told = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
        told |= levels if asked.get("LogFormat") == "JSON" else {}
        return configuration(self, *args, **kwargs) | {"LoggingConfig": told | asked}

    LambdaFunction.__init__ = initialise
    LambdaFunction.update_configuration = update_configuration
    LambdaFunction.get_configuration = get_configuration


def apis_list_their_authorizers():
    def get_authorizers(self):
        api = self.apigatewayv2_backend.get_api(self.path.split("/")[-2])
        return 200, {}, json.dumps({"items": [each.to_json() for each in api.authorizers.values()]})

    ApiGatewayV2Response.get_authorizers = get_authorizers


def schedule_groups_that_are_gone_are_not_found():
    original = EventBridgeSchedulerBackend.delete_schedule_group

    def delete_schedule_group(self, name):
        if name not in self.schedule_groups:
            raise ScheduleGroupNotFound(name)
        original(self, name)

    EventBridgeSchedulerBackend.delete_schedule_group = delete_schedule_group
