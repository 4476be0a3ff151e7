// What the stand-in servers share: arguments, events on standard output, misbehaviour, an arm that moves to a goal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const LIBERO = 'data/openvla-oft-libero-observation';
export const LEROBOT = 'data/lerobot-async-pickle';

const MODES = [
  'none', 'text-error', 'late', 'empty', 'garbage', 'wrong-frame', 'wrong-type', 'cut', 'slow-start', 'close-1011', 'nan', 'out-of-order',
  'wrong-shape', 'unasked', 'endless', 'stale', 'status',
];

export const { values: args } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    shared: { type: 'string' },
    misbehave: { type: 'string', default: 'none' },
    on: { type: 'string', default: '1' }, // which request (for slow-start: which connection) is treated badly; the others are answered
    'late-ms': { type: 'string', default: '3000' },
    actions: { type: 'string' }, // captured | table-arm
    rows: { type: 'string', default: '10' },
    single: { type: 'boolean', default: false }, // openvla: one action per reply, not a list
  },
});
const modes = args.misbehave.split(','); // several modes are for this request and those after it
if (!modes.every((mode) => MODES.includes(mode))) {
  console.error(`--misbehave is one of ${MODES.join(', ')}`);
  process.exit(2);
}

export const isArm = (args.actions ?? (args.shared ? 'captured' : 'table-arm')) === 'table-arm';
export const captured = (folder, name) => readFileSync(join(args.shared, folder, name));

// One event per line; the first line is the port.
export const say = (text) => process.stdout.write(`${text}\n`);
export const listen = (server) => server.listen(Number(args.port), args.host, () => say(server.address().port));

let requests = 0;
export const nextRequest = () => (requests += 1);
export const misbehaves = (mode, number) => modes[number - Number(args.on)] === mode;

// Holds a reply until its time or until the peer has gone, whichever is first.
export function hold(emitter, number) {
  say(`holding ${number}`);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), Number(args['late-ms']));
    emitter.once('close', () => {
      clearTimeout(timer);
      say(`dropped ${number}`);
      resolve(false);
    });
  });
}

export function garbage(bytes) {
  const out = Buffer.alloc(bytes);
  for (let i = 0, s = 0x9e3779b9; i < bytes; i += 1) {
    s = (s ^ (s << 13)) >>> 0;
    s = (s ^ (s >>> 17)) >>> 0;
    s = (s ^ (s << 5)) >>> 0;
    out[i] = s >>> 24;
  }
  return out;
}

// Six joints in rad and a gripper in m: every row goes a step from the state towards the goal.
const GOAL = [0.3, -0.4, 0.5, -0.6, 0.2, 0.4, 0.04];
const STEP = [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.002];

export function armChunk(state, rows = Number(args.rows)) {
  const at = GOAL.map((_, j) => state[j] ?? 0);
  return Array.from({ length: rows }, () => {
    GOAL.forEach((goal, j) => {
      at[j] += Math.max(-STEP[j], Math.min(STEP[j], goal - at[j]));
    });
    return [...at];
  });
}

export function spoilt(rows, number) {
  if (misbehaves('nan', number)) rows[Math.min(1, rows.length - 1)][2] = NaN;
  return misbehaves('wrong-shape', number) ? rows.map((row) => [...row, 0]) : rows;
}

export function doubles(rows) {
  const flat = rows.flat();
  const data = Buffer.alloc(flat.length * 8);
  flat.forEach((value, i) => data.writeDoubleLE(value, i * 8));
  return data;
}

export function readNumbers(data, dtype) {
  const size = Number(dtype.slice(2));
  return Array.from({ length: data.length / size }, (_, i) => (size === 8 ? data.readDoubleLE(i * 8) : data.readFloatLE(i * 4)));
}
