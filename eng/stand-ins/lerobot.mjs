// Stand-in for LeRobot's asynchronous inference server: gRPC over HTTP/2 without encryption, hand-made messages.
import { createServer } from 'node:http2';
import * as pickle from './pickle.mjs';
import * as safetensors from './safetensors.mjs';
import { args, armChunk, captured, garbage, hold, isArm, LEROBOT, listen, misbehaves, nextRequest, say, spoilt } from './standin.mjs';

const STEP_S = 1 / 30;
const END = 3;
let observation = null;
let number = 0;
let isFresh = false;
let staleLeft = 0;
let readies = 0;
let connection = null;

function varint(value) {
  const out = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return Buffer.from([...out, value]);
}

const message = (data) => (data.length === 0 ? data : Buffer.concat([Buffer.from([0x0a]), varint(data.length), data]));

function framed(body) {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

function fields(body) {
  const out = {};
  let at = 0;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = body[at++];
      value += (next & 127) * scale;
      if (next < 128) return value;
    }
  };
  while (at < body.length) {
    const tag = number();
    const value = number();
    out[tag >> 3] = (tag & 7) === 2 ? body.subarray(at, (at += value)) : value;
  }
  return out;
}

function messages(body) {
  const out = [];
  for (let at = 0; at < body.length;) {
    const length = body.readUInt32BE(at + 1);
    out.push(body.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  return out;
}

function reply(stream, body, { status = 0, text = '', type = 'application/grpc' } = {}) {
  if (stream.destroyed) return;
  stream.respond({ ':status': 200, 'content-type': type }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(status), ...(text && { 'grpc-message': encodeURIComponent(text) }) }));
  stream.end(body);
}

function receive(body) {
  const pieces = messages(body).map(fields);
  if (pieces.at(-1)?.[1] !== END) throw new Error('the last piece does not end the payload');
  const payload = Buffer.concat(pieces.map((piece) => piece[2] ?? Buffer.alloc(0)));
  observation = safetensors.isJson(payload) ? { ...safetensors.load(payload), isJson: true } : pickle.load(payload);
  observation.numbers = Object.entries(observation.isJson ? observation.scalar_data : observation.observation)
    .filter(([key]) => key.endsWith('.pos')).map(([, value]) => value);
  number = nextRequest();
  [isFresh, staleLeft] = [true, misbehaves('stale', number) ? 1 : 0];
  const exact = args.shared && captured(LEROBOT, 'observation_basic.emit.bin').equals(payload);
  say(`request ${number} ${exact ? 'exact' : 'other'} step=${observation.timestep} must_go=${observation.must_go} pieces=${pieces.length}`);
}

function chunk() {
  const bad = (mode) => misbehaves(mode, number);
  if (!isArm && !bad('nan') && !bad('wrong-shape') && !bad('out-of-order') && !bad('stale')) return captured(LEROBOT, 'action_chunk_f32_3x14.pkl');
  const actions = spoilt(armChunk(observation.numbers), number).map((row, i) => ({
    timestamp: observation.timestamp + i * STEP_S, timestep: observation.timestep + i - (staleLeft > 0 ? 5 : 0), row,
  }));
  isFresh = staleLeft > 0;
  staleLeft -= 1;
  if (bad('out-of-order')) [actions[1], actions[2]] = [actions[2], actions[1]];
  return observation.isJson ? safetensors.dumpChunk(actions) : pickle.dumpChunk(actions);
}

async function actions(stream) {
  if (!isFresh) return reply(stream, framed(message(Buffer.alloc(0))));
  isFresh = false;
  const bad = (mode) => misbehaves(mode, number);
  if (bad('late') && !(await hold(stream, number))) return undefined;
  if (bad('text-error')) return reply(stream, '', { status: 2, text: 'Exception calling application: KeyError' });
  if (bad('close-1011')) return reply(stream, '', { status: 14, text: 'shutting down' });
  if (bad('status')) return stream.respond({ ':status': 502 }, { endStream: true });
  if (bad('empty')) return reply(stream, framed(message(Buffer.alloc(0))));
  if (bad('garbage')) return reply(stream, framed(message(garbage(700))));
  if (bad('wrong-frame')) return reply(stream, Buffer.concat([Buffer.from([1]), framed(message(chunk())).subarray(1)]));
  if (bad('wrong-type')) return reply(stream, '<html>', { type: 'text/html' });
  if (bad('cut')) {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
    stream.write(framed(message(chunk())).subarray(0, 100), () => connection.destroy());
    return undefined;
  }
  return bad('endless') ? endless(stream) : reply(stream, framed(message(chunk())));
}

function endless(stream) {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' });
  const more = () => {
    while (!stream.destroyed && stream.write(Buffer.alloc(65536)));
    if (!stream.destroyed) stream.once('drain', more);
  };
  more();
}

async function call(method, body, stream) {
  switch (method) {
    case '/transport.AsyncInference/Ready':
      readies += 1;
      say(`ready ${readies}`);
      if (misbehaves('slow-start', readies) && !(await hold(stream, readies))) return undefined;
      isFresh = false;
      return reply(stream, framed(Buffer.alloc(0)));
    case '/transport.AsyncInference/SendPolicyInstructions': {
      const setup = fields(messages(body)[0])[1];
      const exact = args.shared && captured(LEROBOT, 'policy_setup_basic.emit.bin').equals(setup);
      say(`setup ${exact ? 'exact' : 'other'}`);
      return reply(stream, framed(Buffer.alloc(0)));
    }
    case '/transport.AsyncInference/SendObservations':
      receive(body);
      return reply(stream, framed(Buffer.alloc(0)));
    case '/transport.AsyncInference/GetActions':
      return actions(stream);
    default:
      return reply(stream, '', { status: 12, text: `no method ${method}` });
  }
}

const server = createServer();
server.on('connection', (socket) => { connection = socket; });
server.on('stream', (stream, headers) => {
  const parts = [];
  stream.on('error', () => {});
  stream.on('data', (part) => parts.push(part));
  stream.on('end', () => call(headers[':path'], Buffer.concat(parts), stream).catch((failure) => reply(stream, '', { status: 2, text: String(failure) })));
});
server.on('sessionError', () => {});
listen(server);
