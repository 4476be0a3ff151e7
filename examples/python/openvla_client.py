"""An OpenVLA-OFT client on LIBERO as an evaluation script has it: asks for a chunk, executes it, asks again. The simulator is a stand-in.

Needs requests and NumPy. Usage: openvla_client.py [PORT]
"""

import base64
import sys

import numpy as np
import requests

session = requests.Session()
url = f"http://127.0.0.1:{sys.argv[1] if len(sys.argv) > 1 else 8777}/act"


def encoded(array):
    return {"__numpy__": base64.b64encode(array.tobytes()).decode(), "dtype": array.dtype.str, "shape": array.shape}


def decoded(item):
    return np.frombuffer(base64.b64decode(item["__numpy__"]), item["dtype"]).reshape(item["shape"])


image = np.zeros((224, 224, 3), np.uint8)
tool = np.array([-0.21, -0.01, 1.17, 3.14, 0.0, -0.09, 0.04, -0.04])  # end effector and fingers, as LIBERO tells them
for number in range(1, 6):
    observation = {"full_image": encoded(image), "wrist_image": encoded(image), "state": encoded(tool), "instruction": "stack the bowls"}
    answer = session.post(url, json=observation, timeout=60)
    reply = answer.json()
    if reply == "error":
        sys.exit(f"the server failed: {answer.headers.get('X-Interlock-Finding', 'no reason given')}")
    actions = np.stack([decoded(item) for item in reply])
    largest = np.abs(actions[:, :3]).max()
    print(f"chunk {number}: {len(actions)} actions, largest displacement {largest:.4f} ({largest * 0.05 * 1000:.0f} mm), codes {answer.headers.get('X-Interlock', '-').rpartition('codes=')[2]}")
    tool[:3] += actions[:, :3].sum(axis=0) * 0.05  # a stand-in for env.step
