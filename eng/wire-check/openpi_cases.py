"""openpi: a websockets client against a websockets server, directly and through the proxy."""

import asyncio
import re
import time
import urllib.request
from pathlib import Path

import numpy as np
import wire
import websockets
from harness import Limits, case, interlock, proxy, server

LIMITS = Limits("aloha")
LOOP = asyncio.new_event_loop()
OPENED = []
REST = np.array([0, -0.96, 1.16, 0, -0.3, 0, 0.2] * 2)


class Client:
    """What openpi's own client does: metadata first, then one request at a time; a text frame is a failure."""

    def __init__(self, port, key=None):
        self.socket = self.run(self._connect(f"ws://127.0.0.1:{port}", {"Authorization": f"Api-Key {key}"} if key else None))
        OPENED.append(self.socket)
        self.metadata = wire.unpack(self.run(self.socket.recv()))

    @staticmethod
    async def _connect(url, headers):
        return await websockets.connect(url, compression=None, max_size=None, extra_headers=headers)

    def run(self, task):
        return LOOP.run_until_complete(asyncio.wait_for(task, 20))

    def bytes_for(self, prompt, state):
        image = np.arange(3 * 224 * 224, dtype=np.uint8).reshape(3, 224, 224)
        request = {"state": np.float32(state), "images": {"cam_high": image, "cam_low": image}, "prompt": prompt}
        self.run(self.socket.send(wire.pack(request)))
        return self.run(self.socket.recv())

    def infer(self, prompt, state):
        answer = self.bytes_for(prompt, state)
        if isinstance(answer, str):
            raise RuntimeError(answer)
        return wire.unpack(answer)["actions"]

    def failure(self, prompt, state):
        """Words of the text frame and code of the closing that an answer ends with."""
        answer = self.bytes_for(prompt, state)
        try:
            self.run(self.socket.recv())
        except websockets.ConnectionClosed as closed:
            return (answer if isinstance(answer, str) else "an answer"), closed.code
        return "an answer after it", None

    def close(self):
        self.run(self.socket.close())


def run(folder):
    upstream = server("openpi")
    guarded = proxy("openpi", upstream, "aloha", "--record", folder)
    try:
        passing(upstream, guarded)
        violating(guarded)
        failing(upstream, guarded)
        holding(upstream)
        droid(upstream)
        tokens(upstream, folder)
        health(guarded)
        recorded(upstream, folder)
    finally:
        for socket in OPENED:
            socket.transport.abort()
        LOOP.run_until_complete(asyncio.sleep(0.2))
        guarded.end()
        upstream.kill()


def passing(upstream, guarded):
    direct, through = Client(upstream.port), Client(guarded.port)
    own = {key: value for key, value in through.metadata.items() if key != "interlock"}
    case("openpi: the server's metadata, and one key beside", None if own == direct.metadata and "interlock" in through.metadata else through.metadata)
    for prompt, executed in (("fold", 50), ("fold", 25), ("fold double", 50), ("fold double", 10)):
        state, different = REST, 0
        for _ in range(20):
            answers = [client.bytes_for(prompt, state) for client in (direct, through)]
            different += answers[0] != answers[1]
            state = wire.unpack(answers[0])["actions"][executed - 1]
        case(f"openpi: 20 replies to '{prompt}', {executed} rows executed, byte for byte the server's", f"{different} differ" if different else None)
    direct.close(), through.close()
    LOOP.run_until_complete(asyncio.sleep(0.2))
    ends = Client(upstream.port).metadata["abrupt_ends"]
    case("openpi: a client that closes properly is closed properly at the server", f"{ends} abrupt ends" if ends else None)


def violating(guarded):
    for word in ("jump", "outside", "nan", "jump double", "outside nan double"):
        client = Client(guarded.port)
        state, problem = REST, None
        for number in range(10):
            actions = client.infer(word if number % 3 == 1 else "fold", state)
            problem = problem or LIMITS.broken(actions, np.float32(state).astype(float) if number == 0 else state)
            state = np.float64(actions[-1])
        case(f"openpi: '{word}' comes out inside bounds and steps, over the seams as well", problem)
        client.close()


def right(upstream, guarded, state):
    """None when a new connection gets its own answer."""
    direct, through = Client(upstream.port), Client(guarded.port)
    answers = [client.bytes_for("fold", state) for client in (direct, through)]
    direct.close(), through.close()
    return None if answers[0] == answers[1] else "the next request got another answer"


def failing(upstream, guarded):
    client = Client(guarded.port)
    words, code = client.failure("fail", REST)
    case("openpi: the server's traceback and 1011 arrive", None if "KeyError: 'state'" in words and code == 1011 else (words, code))
    case("openpi: … and the next request is right", right(upstream, guarded, REST + 0.1))
    for word in ("hang", "late", "wide"):
        client = Client(guarded.port)
        client.infer("fold", REST)
        words, code = client.failure(word, REST + 0.2)
        case(f"openpi: server that is to '{word}' is text and 1011 ({words[:60]}…)", None if code == 1011 else (words, code))
        case("openpi: … and the next request is right", right(upstream, guarded, REST + 0.15))
    twice(upstream, guarded)
    killed(upstream, guarded)


def twice(upstream, guarded):
    direct, through = Client(upstream.port), Client(guarded.port)
    for word in ("twice", "twice slowly"):
        state = through.infer(f"fold {word}", REST)[-1]
        time.sleep(0.5 if "slowly" in word else 0.1)
        wrong = 0
        for _ in range(3):
            answers = [client.bytes_for("fold", state) for client in (direct, through)]
            state = wire.unpack(answers[0])["actions"][-1]
            wrong += answers[0] != answers[1]
        case(f"openpi: server that answers {word}: the next three requests have their own answers", f"{wrong} wrong" if wrong else None)


def droid(upstream):
    guarded = proxy("openpi", upstream, "droid", "--executed-rows", 8)
    limits, different, problem = Limits("droid"), 0, None
    try:
        direct, through = Client(upstream.port), Client(guarded.port)
        for number in range(12):
            arm = np.linspace(-1, 1, 7) + number / 10
            request = {"observation/joint_position": arm, "observation/gripper_position": np.array([0.5]), "prompt": "jump outside nan" if number % 3 == 2 else "fold"}
            answers = []
            for client in (direct, through):
                client.run(client.socket.send(wire.pack(request)))
                answers.append(client.run(client.socket.recv()))
            problem = problem or limits.broken(wire.unpack(answers[1])["actions"])
            different += number % 3 != 2 and answers[0] != answers[1]
        case("openpi: velocities of a DROID, byte for byte the server's", f"{different} differ" if different else None)
        case("openpi: … and inside the bounds when the server is not", problem)
    finally:
        guarded.kill()


def killed(upstream, guarded):
    client = Client(guarded.port)
    client.infer("fold", REST)
    client.run(client.socket.send(wire.pack({"state": np.float32(REST), "prompt": "hang"})))
    client.run(asyncio.sleep(0.3))
    upstream.kill()
    answer = client.run(client.socket.recv())
    case("openpi: server killed while it thinks is text", None if isinstance(answer, str) else "an answer")
    try:
        answer = Client(guarded.port).metadata
        problem = f"metadata {answer}"
    except (websockets.WebSocketException, OSError) as refused:
        problem, answer = None, refused
    case(f"openpi: server that is not there is refused ({type(answer).__name__})", problem)
    port = upstream.port
    upstream.words += ["--port", str(port)]
    upstream.start()
    case("openpi: server started again: the next request is right", right(upstream, guarded, REST + 0.05))


def holding(upstream):
    guarded = proxy("openpi", upstream, "aloha", "--on-upstream-failure", "hold")
    try:
        client = Client(guarded.port)
        last = client.infer("fold", REST)[-1]
        actions = client.infer("hang", last)
        problem = LIMITS.broken(actions, np.float64(last)) or (None if np.abs(np.diff(actions[-5:], axis=0)).max() == 0 else "it moves on")
        case("openpi: with hold a silent server is a chunk that comes to rest", problem)
        direct = Client(upstream.port)
        same = np.array_equal(client.infer("fold", actions[-1]), direct.infer("fold", actions[-1]))
        case("openpi: … and the next request on that connection is right", None if same else "another answer")
    finally:
        guarded.kill()


def tokens(upstream, folder):
    path = Path(folder) / "token"
    path.write_text("open-sesame\n")
    guarded = proxy("openpi", upstream, "aloha", "--token-file", path)
    try:
        for key in (None, "wrong"):
            try:
                Client(guarded.port, key)
                case(f"openpi: key {key} is refused", "it was let in")
            except websockets.InvalidStatusCode as refused:
                case(f"openpi: key {key} is refused", None if refused.status_code == 401 else refused)
        client = Client(guarded.port, "open-sesame")
        case("openpi: the key opens, and the server does not see it", None if client.metadata["authorization"] == "" else client.metadata)
    finally:
        guarded.kill()


def health(guarded):
    with urllib.request.urlopen(f"http://127.0.0.1:{guarded.port}/healthz") as answer:
        case("openpi: /healthz", None if (answer.status, answer.read()) == (200, b"OK\n") else answer.status)


def recorded(upstream, folder):
    """What a session's recording says the server sent, and what the contract allowed: the first as it was, the second as the client got it."""
    path = Path(folder) / "one"
    guarded = proxy("openpi", upstream, "aloha", "--record", path)
    direct, through = Client(upstream.port), Client(guarded.port)
    raw, safe, state = [], [], REST
    for prompt in ("fold", "jump", "fold outside", "nan"):
        raw.append(direct.infer(prompt, state))
        safe.append(through.infer(prompt, state))
        state = safe[-1][-1]
    through.close()
    guarded.end()
    (file,) = path.glob("*.mcap")
    case("openpi: the recording verifies", None if "problem" not in interlock("record", "verify", file) else "problems")
    info = interlock("record", "info", file)
    case("openpi: `record info` counts 200 actions and tells of interventions", None if re.search(r"^/guard/command +200 ", info, re.M) and re.search(r"^/guard/events +[1-9]", info, re.M) else info)
    interlock("record", "extract", file, "aloha.contract.yaml", "--out", path / "contract.yaml")
    for signal, sent, words in (("unnormalised", raw, "what the server sent"), ("guarded", safe, "what the client got")):
        table = path / f"{signal}.csv"
        interlock("episodes", "export", file, "--format", "csv", "--signal", signal, "--out", table)
        names = table.read_text().partition("\n")[0].split(",")
        actions = [index for index, name in enumerate(names) if name.startswith("action.")]
        told = np.genfromtxt(table, delimiter=",", skip_header=1, usecols=actions)
        same = told.shape == (len(sent) * 50, 14) and np.array_equal(told.astype(np.float32), np.vstack(sent), equal_nan=True)
        case(f"openpi: the recording has {words}, row by row", None if same else f"{told.shape} rows, or other numbers")
    allowed = Limits("aloha", path / "contract.yaml").broken(np.vstack(safe), np.float64(np.float32(REST)))
    case("openpi: the contract in the recording is the one that was kept", allowed)
