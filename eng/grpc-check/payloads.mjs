// Messages of LeRobot as pickles: what a client sends, and what nobody should.
const op = (...codes) => Buffer.from(codes);
const text = (value) => Buffer.concat([op(0x8c, value.length), Buffer.from(value)]);
const real = (value) => { const out = Buffer.alloc(9); out[0] = 0x47; out.writeDoubleBE(value, 1); return out; };
const integer = (value) => { const out = Buffer.alloc(5); out[0] = 0x4a; out.writeInt32LE(value, 1); return out; };
const named = (module, name) => Buffer.concat([text(module), text(name), op(0x93)]);
const pickle = (...parts) => Buffer.concat([op(0x80, 4), ...parts, op(0x2e)]);
const object = (name, ...fields) => Buffer.concat([named('lerobot.async_inference.helpers', name), op(0x29, 0x81, 0x7d, 0x28), ...fields, op(0x75, 0x62)]);
const map = (...entries) => Buffer.concat([op(0x7d, 0x28), ...entries, op(0x75)]);
const bytes = (data) => { const head = Buffer.alloc(5); head[0] = 0x42; head.writeUInt32LE(data.length, 1); return Buffer.concat([head, data]); };

function image(data) {
  const dtype = Buffer.concat([named('numpy', 'dtype'), text('u1'), op(0x89, 0x88, 0x87, 0x52, 0x28, 0x4b, 3), text('|'), op(0x4e, 0x4e, 0x4e), integer(-1), integer(-1), op(0x4b, 0, 0x74, 0x62)]);
  return Buffer.concat([
    named('numpy._core.multiarray', '_reconstruct'), named('numpy', 'ndarray'), op(0x4b, 0, 0x85, 0x43, 1, 0x62, 0x87, 0x52),
    op(0x28, 0x4b, 1), integer(data.length), op(0x85), dtype, op(0x89), bytes(data), op(0x74, 0x62),
  ]);
}

export const setup = pickle(object(
  'RemotePolicyConfig', text('policy_type'), text('act'), text('pretrained_name_or_path'), text('some/policy'),
  text('lerobot_features'), op(0x7d), text('actions_per_chunk'), integer(20), text('device'), text('cpu'), text('rename_map'), op(0x7d),
));

export const observation = (timestep, timestamp, joints, pixels) => pickle(object(
  'TimedObservation', text('timestamp'), real(timestamp), text('timestep'), integer(timestep), text('observation'),
  map(...joints.map((value, i) => Buffer.concat([text(`j${i}.pos`), real(value)])), text('top'), image(pixels), text('task'), text('fold')),
  text('must_go'), op(0x88),
));

const command = Buffer.concat([text('touch grpc-check-was-here'), op(0x85, 0x52)]);

export const hostile = {
  'a call of os.system': pickle(named('os', 'system'), command),
  'a call within an observation': pickle(object('TimedObservation', text('observation'), named('posix', 'system'), command)),
  'a code within a tensor': pickle(named('torch.storage', '_load_from_bytes'), bytes(pickle(named('os', 'system'), command)), op(0x85, 0x52)),
  'a second pickle': Buffer.concat([setup, pickle(named('os', 'system'), command)]),
  'two gigabytes': Buffer.concat([op(0x80, 4, 0x8e, 0, 0, 0, 0x80, 0, 0, 0, 0), Buffer.alloc(100)]),
};
