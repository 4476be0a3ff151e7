// A client and a server of grpc-js with the proxy between them: actions that the contract allows arrive to the byte, others abide by it, hostile pickles arrive nowhere.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as pickle from '../stand-ins/pickle.mjs';
import { connect } from './client.mjs';
import { hostile, observation, setup } from './payloads.mjs';
import { startServer } from './server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STEP = 0.125;
const PROXY = process.env.INTERLOCK?.split(' ') ?? ['dotnet', 'run', '-c', 'Release', '--no-build', '--project', 'src/Interlock.Cli', '--'];

async function startProxy(upstream) {
  const words = ['proxy', '--protocol', 'lerobot', '--listen', '127.0.0.1:0', '--upstream', `http://127.0.0.1:${upstream}`, '--annotate', '--jsonl',
    '--contract', 'eng/grpc-check/two-joints.contract.yaml'];
  const child = spawn(PROXY[0], [...PROXY.slice(1), ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume();
    return { port: Number(JSON.parse(line).listening.split(':').at(-1)), stop: () => process.kill(-child.pid, 'SIGINT') };
  }
  throw new Error('the proxy said nothing');
}

const chunk = (timestep, timestamp, values) => pickle.dumpChunk(values.map((value, i) => ({ timestamp: timestamp + i / 30, timestep: timestep + i, row: [value, -value] })));

// Row i as the robot reads it: out of the copy that action i carries.
function rowsOf(data, count) {
  const end = Buffer.from([0x80, 2, 0x5d, 0x28]);
  let at = -1;
  return Array.from({ length: count }, (_, row) => {
    at = data.indexOf(end, at + 1);
    const numbers = at + end.length + 6 + 2 + 8;
    return [0, 1].map((i) => data.readFloatLE(numbers + (row * 2 + i) * 4));
  });
}

const refusal = (call) => call.then(() => assert.fail('it was not refused'), (failure) => failure);

let next = Buffer.alloc(0);
const server = await startServer(() => next);
const proxy = await startProxy(server.port);
try {
  const robot = connect(proxy.port);
  await robot.ready();
  await robot.setUp(setup);
  assert.deepEqual(server.heard, ['Ready', setup]);

  const seen = observation(0, 1000.5, [0, 0], Buffer.alloc(3 << 20, 7));
  next = chunk(0, 1000.5, [0.125, 0.25, 0.375]);
  await robot.observe(seen);
  assert.ok(server.heard.at(-1).equals(seen), 'the observation arrives to the byte');
  const allowed = await robot.actions();
  assert.ok(allowed.data.equals(next), 'allowed actions arrive to the byte');
  assert.match(allowed.trailers.get('x-interlock')[0], /rows=3; passed=3/);
  assert.equal((await robot.actions()).data.length, 0, 'nothing yet is nothing yet');
  console.log('ok    allowed actions arrive to the byte');

  next = chunk(3, 1000.6, [0.5, 0.9, 5, NaN]);
  await robot.observe(observation(3, 1000.6, [0.375, -0.375], Buffer.alloc(12)));
  const cut = await robot.actions();
  assert.equal(cut.data.length, next.length);
  let before = [0.375, -0.375];
  for (const row of rowsOf(cut.data, 4)) {
    row.forEach((value, i) => assert.ok(Math.abs(value) <= 1 && Math.abs(value - before[i]) <= STEP, `${row} after ${before}`));
    before = row;
  }
  assert.match(cut.trailers.get('x-interlock')[0], /rows=4; passed=1/);
  console.log('ok    other actions abide by the contract');

  const calls = server.heard.length;
  for (const [name, payload] of Object.entries(hostile)) {
    for (const call of [() => robot.observe(payload), () => robot.setUp(payload)]) {
      const failure = await refusal(call());
      assert.equal(failure.code, 3, `${name}: ${failure.message}`);
      assert.match(failure.details, /PO0\d\d/);
    }
  }
  assert.equal(server.heard.length, calls, 'the server hears nothing of it');
  for (const [name, payload] of Object.entries(hostile)) {
    next = payload;
    await robot.observe(observation(9, 1000.9, [0.5, -0.5], Buffer.alloc(12)));
    assert.equal((await refusal(robot.actions())).code, 13, name);
  }
  console.log('ok    hostile pickles arrive nowhere');

  // Longer than the heartbeat of the proxy's HTTP server and shorter than its pings: a robot that thinks keeps its server.
  await new Promise((resolve) => { setTimeout(resolve, 4000); });
  const second = connect(proxy.port);
  assert.equal((await refusal(second.ready())).code, 8);
  second.close();
  console.log('ok    a second client does not get the first one\'s server');
  robot.close();
} finally {
  proxy.stop();
  server.stop();
}
