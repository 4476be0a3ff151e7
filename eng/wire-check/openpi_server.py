"""Stand-in for an openpi policy server of an ALOHA or, when asked in its words, a DROID, over Debian's websockets.

The prompt says how it behaves; the first line printed is the port.
"""

import asyncio
import http

import policy
import wire
import websockets

settings = policy.arguments(rows=50, dtype="<f4")
asked = abrupt = 0


async def healthz(path, headers):
    return (http.HTTPStatus.OK, [], b"OK\n") if path == "/healthz" else None


async def serve(socket):
    global abrupt
    seen = socket.request_headers.get("Authorization", "")
    try:
        await socket.send(wire.pack({"reset_pose": [0, -1.5, 1.5, 0, 0, 0], "authorization": seen, "abrupt_ends": abrupt}))
        await answer_all(socket)
    except websockets.ConnectionClosedError:
        abrupt += 1


async def answer_all(socket):
    global asked
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
        joints = request.get("observation/joint_position")
        state = request["state"] if joints is None else joints
        rows = policy.positions if joints is None else policy.velocities
        actions = rows(state, task, settings.rows if joints is None else 15, dtype)
        reply = wire.pack({"actions": actions, "policy_timing": {"infer_ms": 1.5}, "state": state})
        await socket.send(reply)
        if "twice" in task:
            await asyncio.sleep(0.2 if "slowly" in task else 0)
            await socket.send(reply)


async def main():
    async with websockets.serve(serve, "127.0.0.1", settings.port, compression=None, max_size=None, process_request=healthz) as server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.Future()


asyncio.run(main())
