"""An openpi client of an ALOHA as a robot's script has it: asks, executes 25 of 50 rows, asks again. Arm and camera are stand-ins.

Needs websockets, msgpack and NumPy, or use openpi's own openpi_client.WebsocketClientPolicy. Usage: openpi_client.py [PORT]
"""

import asyncio
import sys

import msgpack
import numpy as np
import websockets


def pack(array):
    return {b"__ndarray__": True, b"data": array.tobytes(), b"dtype": array.dtype.str, b"shape": array.shape}


def unpack(entries):
    is_array = b"__ndarray__" in entries
    return np.frombuffer(entries[b"data"], entries[b"dtype"]).reshape(entries[b"shape"]) if is_array else entries


async def main(port):
    async with websockets.connect(f"ws://127.0.0.1:{port}", compression=None, max_size=None) as server:
        print("server says", msgpack.unpackb(await server.recv(), object_hook=unpack, strict_map_key=False))
        arm = np.array([0, -0.96, 1.16, 0, -0.3, 0, 0.2] * 2)  # where the robot is
        for number in range(1, 6):
            camera = np.zeros((3, 224, 224), np.uint8)
            observation = {"state": arm.astype(np.float32), "images": {"cam_high": camera}, "prompt": "fold the towel"}
            await server.send(msgpack.packb(observation, default=pack))
            reply = await server.recv()
            if isinstance(reply, str):
                sys.exit(f"the server failed: {reply}")
            actions = msgpack.unpackb(reply, object_hook=unpack, strict_map_key=False)["actions"][:25]
            step = np.abs(np.diff(np.vstack([arm, actions]), axis=0))[:, :6].max()
            print(f"chunk {number}: largest step of the left arm {step:.3f} rad, {step * 50:.1f} rad/s")
            arm = actions[-1].astype(float)  # a stand-in for sending them to the robot


asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000))
