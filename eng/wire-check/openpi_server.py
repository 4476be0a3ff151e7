"""Stand-in for an openpi policy server of an ALOHA, over Debian's websockets. The prompt says how it behaves; the first line printed is the port."""

import asyncio
import http

import policy
import wire
import websockets

settings = policy.arguments(rows=50, dtype="<f4")
asked = 0


async def healthz(path, headers):
    return (http.HTTPStatus.OK, [], b"OK\n") if path == "/healthz" else None


async def serve(socket):
    global asked
    seen = socket.request_headers.get("Authorization", "")
    await socket.send(wire.pack({"reset_pose": [0, -1.5, 1.5, 0, 0, 0], "authorization": seen}))
    async for message in socket:
        asked += 1
        request = wire.unpack(message)
        task = request["prompt"] + (" jump" if asked == settings.wrong_on else "")
        if "hang" in task:
            await asyncio.sleep(3600)
        if "late" in task:
            await asyncio.sleep(2.5)
        if "fail" in task:
            await socket.send("Traceback (most recent call last):\nKeyError: 'state'\n")
            await socket.close(1011, "Internal server error. Traceback included in previous frame.")
            return
        dtype = "<f8" if "double" in task else settings.dtype
        actions = policy.positions(request["state"], task, settings.rows, dtype)
        reply = wire.pack({"actions": actions, "policy_timing": {"infer_ms": 1.5}, "state": request["state"]})
        await socket.send(reply)
        if "twice" in task:
            await socket.send(reply)


async def main():
    async with websockets.serve(serve, "127.0.0.1", settings.port, compression=None, max_size=None, process_request=healthz) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.Future()


asyncio.run(main())
