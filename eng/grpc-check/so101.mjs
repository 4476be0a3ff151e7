// An SO-101 without an arm and without LeRobot: `so101.mjs server PORT` wants too much of it, `so101.mjs robot PORT` shows what comes through.
import * as pickle from '../stand-ins/pickle.mjs';
import { connect } from './client.mjs';
import { hostile, observation, setup } from './payloads.mjs';
import { startServer } from './server.mjs';

const NAMES = ['shoulder_pan.pos', 'shoulder_lift.pos', 'elbow_flex.pos', 'wrist_flex.pos', 'wrist_roll.pos', 'gripper.pos'];
const REST = [0, -95, 90, 60, 0, 5];
const LIFT = 1;
const START_S = 1000;
const PERIOD_S = 1 / 30;
const ROWS = 6;
const WANTED = [[-53, -50, -47, -44, -41, -38], [-69, -66, 102, NaN, -60, -58]];

// The last rows of a copy are its numbers; row i is read out of the i-th copy.
function liftOf(data) {
  const end = Buffer.from([0x80, 2, 0x5d, 0x28]);
  let at = -1;
  return Array.from({ length: ROWS }, (_, row) => {
    at = data.indexOf(end, at + 1);
    return Number(data.readFloatLE(at + end.length + 16 + (row * NAMES.length + LIFT) * 4).toFixed(1));
  });
}

async function serve(port) {
  let count = 0;
  await startServer(() => {
    const step = count * 3;
    const rows = WANTED[count++ % WANTED.length].map((lift) => REST.map((value, i) => (i === LIFT ? lift : value)));
    return pickle.dumpChunk(rows.map((row, i) => ({ timestamp: START_S + (step + i) * PERIOD_S, timestep: step + i, row })));
  }, port);
  console.log(`a policy server on port ${port}`);
}

async function drive(port) {
  const robot = connect(port);
  await robot.ready();
  await robot.setUp(setup);
  let state = REST;
  for (const [request, wanted] of WANTED.entries()) {
    const step = request * 3;
    await robot.observe(observation(step, START_S + step * PERIOD_S, state, Buffer.alloc(12), NAMES));
    const got = liftOf((await robot.actions()).data);
    console.log(`shoulder_lift at ${state[LIFT]}: wanted ${wanted.join(' ')}\n  got ${got.join(' ')}`);
    state = REST.map((value, i) => (i === LIFT ? got[3] : value));
  }
  await robot.observe(hostile['a call of os.system']).catch((failure) => console.log(failure.details));
  robot.close();
}

const [mode, port] = process.argv.slice(2);
await (mode === 'server' ? serve(Number(port)) : drive(Number(port)));
