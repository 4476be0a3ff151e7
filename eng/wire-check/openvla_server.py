"""Stand-in for an OpenVLA or OFT server of LIBERO, over http.server. The instruction says how it behaves; the first line printed is the port."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import policy
import wire

settings = policy.arguments(rows=8, dtype="<f8")
asked = 0


class Act(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path != "/act":
            return self.send_error(404)
        try:
            self.answer(self.reply(json.loads(body)))
            if self.twice:
                self.answer(b'{"__numpy__":"AAAAAAAA8D8=","dtype":"<f8","shape":[1]}')
        except Exception:
            self.answer(b'"error"')

    def reply(self, outer):
        global asked
        asked += 1
        is_double = list(outer) == ["encoded"]
        fields = wire.loads(outer["encoded"] if is_double else json.dumps(outer))
        task = fields["instruction"] + (" jump" if asked == settings.wrong_on else "")
        self.twice = "twice" in task
        if "hang" in task:
            time.sleep(3600)
        if "late" in task:
            time.sleep(2.5)
        if "fail" in task:
            raise KeyError("state")
        is_chunk = "full_image" in fields
        seed = fields["state"] if "state" in fields else fields["image"][:1, :2, 0] / 255
        rows = policy.displacements(seed, task, settings.rows if is_chunk else 1, settings.dtype)
        text = wire.dumps(list(rows) if is_chunk else rows[0])
        return json.dumps(text).encode() if is_double else text.encode()

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Seen-Authorization", self.headers.get("Authorization", ""))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", settings.port), Act)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
