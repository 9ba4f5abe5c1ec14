"""Serves moto on a free port of the loopback interface, prints the port, and ends when its standard input does.

A parent that dies, however it dies, closes that input; no server is left behind.
"""

import sys
from threading import Thread

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server

from mended import mend
from rpc_v2_cbor import RpcV2Cbor

mend()
server = make_server(
    "127.0.0.1",
    0,
    RpcV2Cbor(DomainDispatcherApplication(create_backend_app)),
    threaded=True,
    request_handler=MotoRequestHandler,
)
Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
server.shutdown()
