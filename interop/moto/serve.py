"""Serves moto on a free port of the loopback interface, prints the port, and ends when its standard input does.

A parent that dies, however it dies, closes that input; no server is left behind.
"""

import sys

from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
server.stop()
