// Just enough of Python's pickles for LeRobot's messages: a reader that calls nothing, and a writer of chunks.

export function load(bytes) {
  let at = 0;
  const take = (count) => {
    if (at + count > bytes.length) throw new Error('ends early');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const stack = [];
  const marks = [];
  const memo = [];
  const pop = () => stack.pop();
  const sinceMark = () => stack.splice(marks.pop());
  const setAll = (items) => {
    for (let i = 0; i < items.length; i += 2) stack.at(-1)[items[i]] = items[i + 1];
  };
  const operations = {
    0x80: () => take(1), 0x95: () => take(8), 0x94: () => memo.push(stack.at(-1)), 0x68: () => stack.push(memo[take(1)[0]]),
    0x6a: () => stack.push(memo[take(4).readUInt32LE()]), 0x71: () => { memo[take(1)[0]] = stack.at(-1); },
    0x8c: () => stack.push(take(take(1)[0]).toString()), 0x58: () => stack.push(take(take(4).readUInt32LE()).toString()),
    0x93: () => { const name = pop(); stack.push(`${pop()}.${name}`); },
    0x29: () => stack.push([]), 0x85: () => stack.push([pop()]), 0x86: () => stack.push(stack.splice(-2)), 0x87: () => stack.push(stack.splice(-3)),
    0x28: () => marks.push(stack.length), 0x74: () => stack.push(sinceMark()), 0x5d: () => stack.push([]), 0x7d: () => stack.push({}),
    0x61: () => { const item = pop(); stack.at(-1).push(item); }, 0x65: () => { const items = sinceMark(); stack.at(-1).push(...items); },
    0x73: () => setAll(stack.splice(-2)), 0x75: () => setAll(sinceMark()),
    0x81: () => { pop(); stack.push({ class: pop() }); }, 0x52: () => { pop(); stack.push({ call: pop() }); },
    0x62: () => { const state = pop(); Object.assign(stack.at(-1), Array.isArray(state) ? { state } : state); },
    0x47: () => stack.push(take(8).readDoubleBE()), 0x4a: () => stack.push(take(4).readInt32LE()), 0x4b: () => stack.push(take(1)[0]),
    0x4d: () => stack.push(take(2).readUInt16LE()), 0x8a: () => stack.push(Number(BigInt.asIntN(64, littleEndian(take(take(1)[0]))))),
    0x4e: () => stack.push(null), 0x88: () => stack.push(true), 0x89: () => stack.push(false),
    0x43: () => stack.push(take(take(1)[0])), 0x42: () => stack.push(take(take(4).readUInt32LE())), 0x8e: () => stack.push(take(Number(take(8).readBigUInt64LE()))),
  };
  for (let code = take(1)[0]; code !== 0x2e; code = take(1)[0]) {
    if (!operations[code]) throw new Error(`opcode ${code.toString(16)}`);
    operations[code]();
  }
  return stack.at(-1);
}

const littleEndian = (bytes) => [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
const u32 = (value) => { const out = Buffer.alloc(4); out.writeUInt32LE(value); return out; };
const op = (...codes) => Buffer.from(codes);
const text = (value) => Buffer.concat([op(0x8c, value.length), Buffer.from(value)]);
const integer = (value) => Buffer.concat([op(0x4a), u32(value)]);
const real = (value) => { const out = Buffer.alloc(9); out[0] = 0x47; out.writeDoubleBE(value, 1); return out; };
const named = (module, name) => Buffer.concat([text(module), text(name), op(0x93)]);

// The legacy torch.save stream: five pickles of protocol 2, a count, the floats.
function storage(floats) {
  const word = (value) => Buffer.concat([op(0x58), u32(value.length), Buffer.from(value)]);
  const small = (value) => op(0x4b, value);
  const pickle = (...parts) => Buffer.concat([op(0x80, 2), ...parts, op(0x2e)]);
  const version = Buffer.concat([op(0x4d), Buffer.from([0xe9, 3])]);
  const count = Buffer.alloc(8);
  count.writeBigInt64LE(BigInt(floats.length));
  const data = Buffer.alloc(floats.length * 4);
  floats.forEach((value, i) => data.writeFloatLE(value, i * 4));
  return Buffer.concat([
    pickle(op(0x8a, 10), Buffer.from('6cfc9c46f9206aa85019', 'hex')),
    pickle(version),
    pickle(op(0x7d, 0x28), word('protocol_version'), version, word('little_endian'), op(0x88), word('type_sizes'), op(0x7d, 0x28),
      word('short'), small(2), word('int'), small(4), word('long'), small(4), op(0x75, 0x75)),
    pickle(op(0x28), word('storage'), Buffer.from('ctorch\nFloatStorage\n'), word('1'), word('cpu'), integer(floats.length), op(0x4e, 0x74, 0x51)),
    pickle(op(0x5d, 0x28), word('1'), op(0x65)),
    count, data,
  ]);
}

// list[TimedAction]; every action carries the whole chunk and an offset into it, as LeRobot's do.
export function dumpChunk(actions) {
  const bytes = storage(actions.flatMap((action) => action.row));
  let offset = 0;
  const items = actions.map(({ timestamp, timestep, row }) => {
    const item = Buffer.concat([
      named('lerobot.async_inference.helpers', 'TimedAction'), op(0x29, 0x81, 0x7d, 0x28), text('timestamp'), real(timestamp), text('timestep'), integer(timestep),
      text('action'), named('torch._utils', '_rebuild_tensor_v2'), op(0x28), named('torch.storage', '_load_from_bytes'), op(0x42), u32(bytes.length), bytes,
      op(0x85, 0x52), integer(offset), integer(row.length), op(0x85), integer(1), op(0x85, 0x89), named('collections', 'OrderedDict'), op(0x29, 0x52, 0x74, 0x52, 0x75, 0x62),
    ]);
    offset += row.length;
    return item;
  });
  return Buffer.concat([op(0x80, 4, 0x5d, 0x28), ...items, op(0x65, 0x2e)]);
}
