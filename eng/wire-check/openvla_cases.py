"""OpenVLA and OFT: requests and curl against http.server, directly and through the proxy."""

import json
import subprocess
from pathlib import Path

import numpy as np
import requests
import wire
from harness import Limits, case, proxy, server

LIMITS = Limits("libero")
STATE = np.array([-0.2, 0.0, 1.17, 3.1, 0.0, -0.1, 0.04, -0.04])
IMAGE = np.arange(224 * 224 * 3, dtype=np.uint8).reshape(224, 224, 3)


class Client:
    """One robot: a session of requests, plain or double-encoded, one action or a chunk."""

    def __init__(self, port, is_chunk=True, is_double=False, key=None):
        self.url = f"http://127.0.0.1:{port}/act"
        self.session = requests.Session()
        self.session.headers.update({"X-Interlock-Session": f"{id(self)}", **({"Authorization": f"Bearer {key}"} if key else {})})
        self.is_chunk, self.is_double = is_chunk, is_double

    def ask(self, task, number=0):
        image = np.roll(IMAGE, number)
        fields = {"full_image": image, "wrist_image": image, "state": STATE + number / 100} if self.is_chunk else {"image": image}
        body = wire.dumps({**fields, "instruction": task})
        return self.session.post(self.url, data=json.dumps({"encoded": body}) if self.is_double else body, headers={"Content-Type": "application/json"}, timeout=20)

    def actions(self, task, number=0):
        answer = self.ask(task, number)
        value = wire.loads(answer.json() if self.is_double else answer.text)
        if isinstance(value, str):
            raise RuntimeError(answer.headers.get("X-Interlock-Finding", value))
        return np.stack(value) if self.is_chunk else value[None]


def run(folder):
    upstream = server("openvla")
    guarded = proxy("openvla", upstream, "libero", "--record", folder)
    try:
        for is_chunk in (False, True):
            for is_double in (False, True):
                kind = f"{'OFT' if is_chunk else 'OpenVLA'}{', double-encoded' if is_double else ''}"
                passing(kind, Client(upstream.port, is_chunk, is_double), Client(guarded.port, is_chunk, is_double))
                violating(kind, Client(guarded.port, is_chunk, is_double))
        failing(upstream, guarded)
        killed(upstream, guarded)
        holding(upstream)
        with_curl(upstream, guarded, Path(folder) / "body.json")
        tokens(upstream, folder)
    finally:
        guarded.end()
        upstream.kill()


def passing(kind, direct, through):
    different = sum(direct.ask("stack", number).content != through.ask("stack", number).content for number in range(20))
    case(f"openvla: 20 replies to {kind}, byte for byte the server's", f"{different} differ" if different else None)


def violating(kind, client):
    for word in ("jump", "outside", "nan"):
        chunks = [client.actions(word if number % 3 == 1 else "stack", number) for number in range(6)]
        problem = next((broken for chunk in chunks if (broken := LIMITS.broken(chunk))), None)
        case(f"openvla: '{word}' from {kind} comes out inside the bounds", problem)


def right(direct, through, number):
    """None when the next request gets its own answer, three times."""
    answers = [(direct.ask("stack", number + i).content, through.ask("stack", number + i).content) for i in range(3)]
    return None if all(own == guarded for own, guarded in answers) else "the next request got another answer"


def failing(upstream, guarded):
    direct, through = Client(upstream.port), Client(guarded.port)
    through.actions("stack")
    for word, code in (("fail", None), ("hang", "RT209"), ("late", "RT209"), ("wide", "RT206")):
        answer = through.ask(word, 50)
        finding = answer.headers.get("X-Interlock-Finding")
        told = finding is None if code is None else code in (finding or "")
        case(f"openvla: server that is to '{word}' is \"error\" with 200 ({finding})", None if (answer.status_code, answer.text) == (200, '"error"') and told else answer.text)
        case("openvla: … and the next request is right", right(direct, through, 60))
    case("openvla: of two answers the first one arrives", LIMITS.broken(through.actions("stack twice", 70)))
    case("openvla: … and the next request is right", right(direct, through, 80))


def killed(upstream, guarded):
    through = Client(guarded.port)
    through.actions("stack")
    port = upstream.port
    upstream.kill()
    answer = through.ask("stack", 1)
    case(f"openvla: server that is gone is \"error\" ({answer.headers.get('X-Interlock-Finding')})", None if (answer.status_code, answer.text) == (200, '"error"') else answer.text)
    upstream.words += ["--port", str(port)]
    upstream.start()
    case("openvla: server started again: the next request is right", right(Client(port), through, 2))


def holding(upstream):
    guarded = proxy("openvla", upstream, "libero", "--on-upstream-failure", "hold")
    try:
        client, direct = Client(guarded.port), Client(upstream.port)
        last = client.actions("stack")[-1]
        rows = client.actions("hang", 1)
        still = not rows[:, :6].any() and (rows[:, 6] == last[6]).all()
        case("openvla: with hold a silent server is displacements of zero and the gripper as it is", LIMITS.broken(rows) or (None if still else rows))
        case("openvla: … and the next request is right", right(direct, client, 3))
    finally:
        guarded.kill()


def curl(*words):
    return subprocess.run(["curl", "-s", "--max-time", "20", *map(str, words)], capture_output=True, text=True).stdout


def with_curl(upstream, guarded, path):
    body = wire.dumps({"full_image": IMAGE, "state": STATE, "instruction": "stack"})
    path.write_text(body)
    post = ["-X", "POST", "-H", "Content-Type: application/json", "--data-binary", f"@{path}"]
    own, through = (curl(*post, f"http://127.0.0.1:{child.port}/act") for child in (upstream, guarded))
    case("openvla: curl on /act gets the server's answer", None if own == through and "__numpy__" in own else through[:200])
    status = lambda *words: curl("-o", "/dev/null", "-w", "%{http_code}", *words)  # noqa: E731
    url = f"http://127.0.0.1:{guarded.port}"
    case("openvla: curl elsewhere is 404, GET on /act 405", None if (status(f"{url}/elsewhere"), status(f"{url}/act")) == ("404", "405") else "other codes")
    case("openvla: curl /healthz", None if status(f"{url}/healthz") == "200" else status(f"{url}/healthz"))
    case("openvla: curl with no JSON is \"error\"", None if curl("-X", "POST", "--data-binary", "{", f"{url}/act") == '"error"' else "another answer")


def tokens(upstream, folder):
    path = Path(folder) / "token"
    path.write_text("open-sesame\n")
    guarded = proxy("openvla", upstream, "libero", "--token-file", path)
    try:
        body = ["-X", "POST", "--data-binary", f"@{path.with_name('body.json')}", "-o", "/dev/null", "-w", "%{http_code}", f"http://127.0.0.1:{guarded.port}/act"]
        codes = [curl(*body), curl("-H", "Authorization: Api-Key wrong", *body), curl("-H", "Authorization: Api-Key open-sesame", *body), curl("-H", "Authorization: Bearer open-sesame", *body)]
        case("openvla: curl without and with a wrong token is 401, with it 200", None if codes == ["401", "401", "200", "200"] else codes)
    finally:
        guarded.kill()
