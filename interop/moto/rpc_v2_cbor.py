"""Lets moto take the requests of services whose SDKs speak Smithy RPC v2 with CBOR, which moto does not know.

Such a service speaks AWS JSON too, and botocore has the shapes of both: a request is passed on as JSON, and its answer back as CBOR.
https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
"""

import io
import json
import re
from datetime import datetime

from botocore.loaders import Loader
from botocore.model import DenormalizedStructureBuilder, ServiceModel
from botocore.parsers import JSONParser, RpcV2CBORParser
from botocore.serialize import RpcV2CBORSerializer
from werkzeug.test import run_wsgi_app

OPERATION = re.compile(r"/service/([^/]+)/operation/([^/]+)")

# What the SDKs call a service in their paths, and botocore in its folders.
SERVICES = {"GraniteServiceVersion20100801": "cloudwatch"}

ERROR = (
    DenormalizedStructureBuilder()
    .with_members({"__type": {"type": "string"}, "message": {"type": "string"}})
    .build_model()
)


class RpcV2Cbor:
    """A WSGI application in front of moto's."""

    def __init__(self, moto):
        self.moto = moto
        loader = Loader()
        self.models = {
            target: ServiceModel(loader.load_service_model(name, "service-2"), name)
            for target, name in SERVICES.items()
        }

    def __call__(self, environ, start_response):
        called = OPERATION.fullmatch(environ.get("PATH_INFO", ""))
        if environ.get("HTTP_SMITHY_PROTOCOL") != "rpc-v2-cbor" or not called:
            return self.moto(environ, start_response)
        target, name = called.groups()
        body, status, headers = run_wsgi_app(self.moto, as_json(environ, target, name))
        answer = b"".join(body)
        shape = self.models[target].operation_model(name).output_shape
        encoded = as_cbor(int(status.split()[0]), headers, answer, shape)
        kept = [
            (key, value)
            for key, value in headers
            if key.lower() not in ("content-type", "content-length", "connection")
        ]
        kept.append(("smithy-protocol", "rpc-v2-cbor"))
        kept.append(("Content-Type", "application/cbor"))
        kept.append(("Content-Length", str(len(encoded))))
        start_response(status, kept)
        return [encoded]


def as_json(environ, target, name):
    """The same request in AWS JSON."""
    request = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    parser = RpcV2CBORParser()
    stream = parser.get_peekable_stream_from_bytes(request)
    body = json.dumps(parser.parse_data_item(stream) if request else {}, default=seconds).encode()
    return environ | {
        "PATH_INFO": "/",
        "HTTP_X_AMZ_TARGET": f"{target}.{name}",
        "CONTENT_TYPE": "application/x-amz-json-1.0",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }


def seconds(value):
    """A time as AWS JSON has it."""
    if isinstance(value, datetime):
        return value.timestamp()
    raise TypeError(f"{type(value)} has no form in JSON")


def as_cbor(status, headers, body, shape):
    """The same answer in CBOR; an answer of failure has a type and a message."""
    if status >= 300:
        refusal = json.loads(body or "{}")
        message = refusal.get("message") or refusal.get("Message") or ""
        value, shape = {"__type": refusal.get("__type", ""), "message": message}, ERROR
    elif shape is None:
        return b"\xa0"
    else:
        answer = {"status_code": status, "headers": dict(headers), "body": body}
        value = JSONParser().parse(answer, shape)
        value.pop("ResponseMetadata", None)
    encoded = bytearray()
    RpcV2CBORSerializer()._serialize_data_item(encoded, value, shape)
    return bytes(encoded)
