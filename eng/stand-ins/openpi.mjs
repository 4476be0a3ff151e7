// Stand-in for an openpi websocket server. The websocket is hand-made: no library of ours or of anyone else takes part.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { decode, encodeActions } from './msgpack.mjs';
import { args, armChunk, captured, doubles, garbage, hold, isArm, LIBERO, listen, misbehaves, nextRequest, say, spoilt } from './standin.mjs';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const TRACEBACK = 'Traceback (most recent call last):\n  File "server.py", line 1, in infer\nKeyError: \'observation/state\'\n';

function frame(opcode, data) {
  const length = data.length;
  const head = length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.alloc(length < 65536 ? 4 : 10);
  if (length >= 126) {
    head[0] = 0x80 | opcode;
    head[1] = length < 65536 ? 126 : 127;
    if (length < 65536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, data]);
}

function closing(code, reason) {
  const data = Buffer.alloc(2 + reason.length);
  data.writeUInt16BE(code);
  data.write(reason, 2);
  return frame(CLOSE, data);
}

// Calls back once per whole message of the client.
function reader(onMessage) {
  let arrived = Buffer.alloc(0);
  let parts = [];
  return (piece) => {
    arrived = Buffer.concat([arrived, piece]);
    for (;;) {
      if (arrived.length < 6) return;
      const short = arrived[1] & 127;
      const at = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (arrived.length < at + 4) return;
      const length = short < 126 ? short : short === 126 ? arrived.readUInt16BE(2) : Number(arrived.readBigUInt64BE(2));
      if (arrived.length < at + 4 + length) return;
      const mask = arrived.subarray(at, at + 4);
      const data = Buffer.from(arrived.subarray(at + 4, at + 4 + length)).map((byte, i) => byte ^ mask[i & 3]);
      const [opcode, isLast] = [arrived[0] & 15, arrived[0] >= 128];
      arrived = arrived.subarray(at + 4 + length);
      if (opcode >= CLOSE) {
        onMessage(opcode, data);
      } else {
        parts.push(data);
        if (isLast) {
          onMessage(BINARY, Buffer.concat(parts));
          parts = [];
        }
      }
    }
  };
}

function stateOf(request) {
  const one = request['observation/state'] ?? request.state;
  return one ? one.values : [...request['observation/joint_position'].values, ...request['observation/gripper_position'].values];
}

function reply(data, number) {
  if (!isArm && !misbehaves('nan', number) && !misbehaves('wrong-shape', number)) return captured(LIBERO, 'wire_openpi_response.msgpack');
  const rows = spoilt(armChunk(stateOf(decode(data))), number);
  return encodeActions(rows.length, rows[0].length, doubles(rows));
}

async function answer(socket, data) {
  const number = nextRequest();
  const exact = args.shared && captured(LIBERO, 'wire_openpi_libero_request.msgpack').equals(data);
  say(`request ${number} ${exact ? 'exact' : 'other'}`);
  const bad = (mode) => misbehaves(mode, number);
  if (bad('late') && !(await hold(socket, number))) return;
  if (bad('text-error')) {
    socket.write(Buffer.concat([frame(TEXT, Buffer.from(TRACEBACK)), closing(1011, 'Internal server error. Traceback included in previous frame.')]));
  } else if (bad('close-1011')) socket.write(closing(1011, 'Internal server error.'));
  else if (bad('empty')) socket.write(frame(BINARY, Buffer.alloc(0)));
  else if (bad('garbage')) socket.write(frame(BINARY, garbage(700)));
  else if (bad('wrong-frame')) socket.write(frame(3, Buffer.from('?')));
  else if (bad('wrong-type')) socket.write(frame(BINARY, Buffer.from('81a7616374696f6e73a46e6f6e65', 'hex')));
  else if (bad('cut')) socket.write(frame(BINARY, reply(data, number)).subarray(0, 200), () => socket.destroy());
  else if (bad('endless')) endless(socket);
  else {
    const answered = frame(BINARY, reply(data, number));
    socket.write(bad('unasked') ? Buffer.concat([answered, answered]) : answered);
  }
}

// One frame that announces 2⁴⁰ bytes and goes on until the peer has gone.
function endless(socket) {
  socket.write(Buffer.from([0x80 | BINARY, 127, 0, 0, 1, 0, 0, 0, 0, 0]));
  const more = () => {
    while (!socket.destroyed && socket.write(Buffer.alloc(65536)));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
}

let connections = 0;
const server = createServer((request, response) => {
  response.writeHead(request.url === '/healthz' ? 200 : 426);
  response.end(request.url === '/healthz' ? 'OK\n' : 'a websocket was expected\n');
});
server.on('upgrade', async (request, socket) => {
  const number = (connections += 1);
  say(`connection ${number} ${request.headers.authorization ?? '-'} ${request.headers['sec-websocket-extensions'] ?? '-'}`);
  socket.on('error', () => {});
  socket.on('end', () => socket.destroy());
  if (misbehaves('status', number)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + GUID).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.on('data', reader((opcode, data) => {
    if (opcode === PING) socket.write(frame(PONG, data));
    else if (opcode === PONG) say('pong');
    else if (opcode === CLOSE) socket.end(frame(CLOSE, data));
    else answer(socket, data).catch((failure) => socket.write(frame(TEXT, Buffer.from(String(failure)))));
  }));
  if (misbehaves('slow-start', number) && !(await hold(socket, number))) return;
  socket.write(frame(BINARY, Buffer.from([0x80])));
  socket.write(frame(PING, Buffer.from('stand-in')));
});
listen(server);
