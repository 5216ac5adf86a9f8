"""`python -m tests.standins NAME --port P`: serve one stand-in until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import json
from contextlib import suppress

from tests.standins.catalogue import NAMES, make
from tests.standins.serving import Server, address


def main() -> None:
    """Serve, and say where in the first line."""
    parser = argparse.ArgumentParser(prog="python -m tests.standins")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--scenario", default="success")
    parser.add_argument(
        "--duration", type=float, default=0.4, help="seconds a job takes"
    )
    options = parser.parse_args()
    try:
        standin = make(options.name, options.scenario, options.duration)
    except ValueError as error:
        parser.error(str(error))
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(Server(standin), options.port))


async def _serve(server: Server, port: int) -> None:
    listening = await server.listen(port)
    print(json.dumps({"event": "listening", "url": address(listening)}), flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    main()
