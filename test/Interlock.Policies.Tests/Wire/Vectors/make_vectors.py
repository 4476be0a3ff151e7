"""Pickles made by Python's own pickler, for the tests beside this file.

numpy, torch and lerobot are not needed: stand-ins with their module and class names pickle to the same opcodes.
Run: python3 make_vectors.py > vectors.json
"""
import base64, collections, io, json, os, pickle, struct, sys, types


def module(name):
    return sys.modules.setdefault(name, types.ModuleType(name))


def named(module_name, name, value):
    value.__module__, value.__qualname__, value.__name__ = module_name, name, name
    setattr(module(module_name), name, value)
    return value


for parent in ("lerobot", "lerobot.async_inference", "numpy", "numpy._core", "numpy.core", "torch"):
    module(parent)

HELPERS = "lerobot.async_inference.helpers"


def message(name):
    return named(HELPERS, name, type(name, (), {"__init__": lambda self, **fields: self.__dict__.update(fields)}))


TimedAction, TimedObservation, RemotePolicyConfig = map(message, ("TimedAction", "TimedObservation", "RemotePolicyConfig"))


class dtype:
    def __init__(self, code, order):
        self.code, self.order = code, order

    def __reduce__(self):
        return dtype, (self.code, False, True), (3, self.order, None, None, None, -1, -1, 0)


class ndarray:
    core = "numpy._core"

    def __init__(self, kind, shape, data):
        self.kind, self.shape, self.data = kind, shape, data

    def __reduce_ex__(self, protocol):
        if protocol >= 5:
            return getattr(module(self.core + ".numeric"), "_frombuffer"), (bytearray(self.data), self.kind, self.shape, "C")
        return (getattr(module(self.core + ".multiarray"), "_reconstruct"), (ndarray, (0,), b"b"), (1, self.shape, self.kind, False, self.data))


named("numpy", "dtype", dtype)
named("numpy", "ndarray", ndarray)
for core in ("numpy._core", "numpy.core"):
    named(core + ".multiarray", "_reconstruct", lambda *arguments: ndarray(None, None, None))
    named(core + ".numeric", "_frombuffer", lambda *arguments: ndarray(*arguments[1:]))


class FloatStorage:
    pass


named("torch", "FloatStorage", FloatStorage)
load = named("torch.storage", "_load_from_bytes", lambda data: None)
rebuild = named("torch._utils", "_rebuild_tensor_v2", lambda *arguments: None)


class Storage:
    def __init__(self, values):
        self.values = values

    def __reduce__(self):
        out = io.BytesIO()
        for part in (0x1950A86A20F9469CFC6C, 1001, dict(protocol_version=1001, little_endian=True, type_sizes=dict(short=2, int=4, long=4))):
            pickle.dump(part, out, protocol=2)
        pickler = pickle.Pickler(out, protocol=2)
        pickler.persistent_id = lambda it: ("storage", FloatStorage, "94", "cpu", len(self.values), None) if it is self else None
        pickler.dump(self)
        pickle.dump(["94"], out, protocol=2)
        out.write(struct.pack("<q", len(self.values)) + struct.pack(f"<{len(self.values)}f", *self.values))
        return load, (out.getvalue(),)


class Tensor:
    def __init__(self, storage, offset, size):
        self.storage, self.offset, self.size = storage, offset, size

    def __reduce__(self):
        return rebuild, (self.storage, self.offset, (self.size,), (1,), False, collections.OrderedDict())


class Evil:
    def __reduce__(self):
        return os.system, ("true",)


def actions():
    values = [0.5 * i for i in range(8)]
    return [TimedAction(timestamp=10.0 + i, timestep=7 + i, action=Tensor(Storage(values), 4 * i, 4)) for i in range(2)]


def observation(core="numpy._core"):
    image = ndarray(dtype("u1", "|"), (2, 2, 3), bytes(range(12)))
    image.core = core
    return TimedObservation(timestamp=1.25, timestep=300, must_go=True, observation={"a.pos": -2.5, "top": image, "task": "fold é"})


def setup():
    features = {"observation.state": {"dtype": "float32", "shape": (2,), "names": ["a.pos", "b.pos"]}}
    return RemotePolicyConfig(policy_type="act", pretrained_name_or_path="x/y", lerobot_features=features,
                              actions_per_chunk=70000, device="cpu", rename_map={})


vectors = {}
for protocol in (2, 3, 4, 5):
    vectors[f"setup_{protocol}"] = pickle.dumps(setup(), protocol)
    vectors[f"evil_{protocol}"] = pickle.dumps(Evil(), protocol)
    if protocol > 2:
        vectors[f"actions_{protocol}"] = pickle.dumps(actions(), protocol)
        vectors[f"observation_{protocol}"] = pickle.dumps(observation(), protocol)
        vectors[f"observation_old_numpy_{protocol}"] = pickle.dumps(observation("numpy.core"), protocol)
vectors["observation_2"] = pickle.dumps(observation(), 2)
if len(sys.argv) > 1:
    pickle.load(open(sys.argv[1], "rb"))
    print("Python reads it", file=sys.stderr)
print(json.dumps({name: base64.b64encode(data).decode() for name, data in vectors.items()}, indent=1))
