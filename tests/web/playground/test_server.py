"""The socket that the playground listens on."""

import asyncio
import socket

from gradbook.web.playground.server import listening


def test_what_is_written_is_sent_at_once() -> None:
    found: list[int] = []

    async def meet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.append(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def call() -> None:
        async with await asyncio.start_server(meet, sock=listening(None)) as server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            await reader.read()
            writer.close()
            await writer.wait_closed()

    asyncio.run(call())
    assert found
    assert all(found)
