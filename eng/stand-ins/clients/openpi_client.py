"""An openpi client of nothing but Python's library: drives the stand-in arm and prints one JSON line per reply."""
import base64, json, os, socket, struct, sys

host, port, requests, executed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
key = sys.argv[5] if len(sys.argv) > 5 else None


def text(word):
    return bytes([0xA0 | len(word)]) + word.encode()


def marker(word):
    return bytes([0xC4, len(word)]) + word.encode()


def array(shape, dtype, data):
    return (b"\x84" + marker("__ndarray__") + b"\xc3" + marker("data") + b"\xc6" + struct.pack(">I", len(data)) + data
            + marker("dtype") + text(dtype) + marker("shape") + bytes([0x90 | len(shape)]) + b"".join(b"\xcd" + struct.pack(">H", n) for n in shape))


def unpack(data, at=0):
    tag, at = data[at], at + 1
    if tag < 0x80:
        return tag, at
    if tag >= 0xE0:
        return tag - 256, at
    if tag < 0x90:
        return mapping(data, at, tag & 15)
    if tag < 0xA0:
        return sequence(data, at, tag & 15)
    if tag < 0xC0:
        return data[at:at + (tag & 31)].decode(), at + (tag & 31)
    if tag in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[tag], at
    for first, format in ((0xC4, "BHI"), (0xD9, "BHI")):
        if first <= tag < first + 3:
            code = ">" + format[tag - first]
            size = struct.calcsize(code)
            length = struct.unpack_from(code, data, at)[0]
            value = data[at + size:at + size + length]
            return (value if first == 0xC4 else value.decode()), at + size + length
    for first, format in ((0xCA, "fd"), (0xCC, "BHIQ"), (0xD0, "bhiq")):
        if first <= tag < first + len(format):
            code = ">" + format[tag - first]
            return struct.unpack_from(code, data, at)[0], at + struct.calcsize(code)
    code = ">" + "HI"[tag & 1]
    count, at = struct.unpack_from(code, data, at)[0], at + struct.calcsize(code)
    return (sequence if tag < 0xDE else mapping)(data, at, count)


def sequence(data, at, count):
    items = []
    for _ in range(count):
        item, at = unpack(data, at)
        items.append(item)
    return items, at


def mapping(data, at, count):
    entries = {}
    for _ in range(count):
        name, at = unpack(data, at)
        entries[name], at = unpack(data, at)
    if b"__ndarray__" in entries:
        code = {"<f4": "f", "<f8": "d"}[entries[b"dtype"]]
        raw = entries[b"data"]
        return list(struct.unpack(f"<{len(raw) // struct.calcsize(code)}{code}", raw)), at
    return entries, at


def take(count):
    parts = b""
    while len(parts) < count:
        part = link.recv(count - len(parts))
        if not part:
            raise EOFError("cut")
        parts += part
    return parts


def receive():
    whole = b""
    while True:
        first, second = take(2)
        length = second & 127
        length = length if length < 126 else struct.unpack(">H", take(2))[0] if length == 126 else struct.unpack(">Q", take(8))[0]
        data = take(length)
        if first & 15 == 9:
            send(10, data)
            continue
        if first & 15 == 8:
            return 8, data
        kind = first & 15 or kind
        whole += data
        if first & 128:
            return kind, whole


def send(opcode, data):
    mask = os.urandom(4)
    length = len(data)
    size = bytes([128 | length]) if length < 126 else b"\xfe" + struct.pack(">H", length) if length < 65536 else b"\xff" + struct.pack(">Q", length)
    masked = (int.from_bytes(data, "big") ^ int.from_bytes((mask * (length // 4 + 1))[:length], "big")).to_bytes(length, "big")
    link.sendall(bytes([128 | opcode]) + size + mask + masked)


link = socket.create_connection((host, port))
authorization = f"Authorization: Api-Key {key}\r\n" if key else ""
link.sendall((f"GET / HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n{authorization}\r\n").encode())
head = b""
while not head.endswith(b"\r\n\r\n"):
    head += take(1)
if b" 101 " not in head:
    print(json.dumps({"refused": head.split(b"\r\n")[0].decode()}))
    sys.exit(1)
print(json.dumps({"metadata": unpack(receive()[1])[0]}))
state = [0.1, 0.2, 0.5, -0.6, 0.2, 0.4, 0.02]
image = array((224, 224, 3), "|u1", bytes(224 * 224 * 3))
for _ in range(requests):
    send(2, b"\x83" + text("state") + array((7,), "<f8", struct.pack("<7d", *state)) + text("image") + image + text("prompt") + text("fold"))
    kind, data = receive()
    if kind != 2:
        print(json.dumps({"error": data.decode(errors="replace")[:200]}))
        sys.exit(2)
    reply = unpack(data)[0]
    print(json.dumps(reply))
    state = reply["actions"][7 * (executed - 1):7 * executed]
