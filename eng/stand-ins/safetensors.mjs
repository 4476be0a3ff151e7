// The second generation of LeRobot's payloads: big-endian length, JSON, safetensors (LeRobot pull request 3048).

export const isJson = (bytes) => bytes[4] === 0x7b;
export const load = (bytes) => JSON.parse(bytes.subarray(4, 4 + bytes.readUInt32BE()).toString());

export function dumpChunk(actions) {
  const json = Buffer.from(JSON.stringify({ type: 'TimedActions', actions: actions.map(({ timestamp, timestep }) => ({ timestamp, timestep })) }));
  let end = 0;
  const tensors = actions.map(({ row }, i) => {
    end += row.length * 4;
    return [`action_${i}`, { dtype: 'F32', shape: [row.length], data_offsets: [end - row.length * 4, end] }];
  });
  const header = Buffer.from(JSON.stringify(Object.fromEntries(tensors)));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(json.length);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const data = Buffer.alloc(end);
  actions.flatMap(({ row }) => row).forEach((value, i) => data.writeFloatLE(value, i * 4));
  return Buffer.concat([head, json, length, header, data]);
}
