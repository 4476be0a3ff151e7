"""The two encodings, after the protocols' descriptions and over Debian's msgpack and NumPy; nothing of Interlock takes part."""

import base64
import json

import msgpack
import numpy as np


def _out(value):
    if isinstance(value, np.ndarray):
        return {b"__ndarray__": True, b"data": value.tobytes(), b"dtype": value.dtype.str, b"shape": value.shape}
    if isinstance(value, np.generic):
        return {b"__npgeneric__": True, b"data": value.item(), b"dtype": value.dtype.str}
    raise TypeError(type(value))


def _in(entries):
    if b"__ndarray__" in entries:
        return np.frombuffer(entries[b"data"], entries[b"dtype"]).reshape(entries[b"shape"])
    if b"__npgeneric__" in entries:
        return np.dtype(entries[b"dtype"]).type(entries[b"data"])
    return entries


def pack(value):
    return msgpack.packb(value, default=_out)


def unpack(data):
    return msgpack.unpackb(data, object_hook=_in, strict_map_key=False)


def _to_json(value):
    if isinstance(value, np.ndarray):
        return {"__numpy__": base64.b64encode(value.tobytes()).decode(), "dtype": value.dtype.str, "shape": list(value.shape)}
    raise TypeError(type(value))


def _of_json(entries):
    if "__numpy__" in entries:
        return np.frombuffer(base64.b64decode(entries["__numpy__"]), entries["dtype"]).reshape(entries["shape"])
    return entries


def dumps(value):
    return json.dumps(value, default=_to_json, separators=(",", ":"))


def loads(text):
    return json.loads(text, object_hook=_of_json)
