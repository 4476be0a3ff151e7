// Msgpack with numpy arrays, as much of it as openpi speaks.
import { readNumbers } from './standin.mjs';

export function decode(bytes) {
  let at = 0;
  const take = (count) => {
    if (at + count > bytes.length) throw new Error('ends early');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const size = (n) => take(n).readUIntBE(0, n);
  const list = (count) => Array.from({ length: count }, value);
  const map = (count) => {
    const entries = Object.fromEntries(Array.from({ length: count }, () => [String(value()), value()]));
    return entries.__ndarray__ ? { shape: entries.shape, values: entries.dtype[1] === 'f' ? readNumbers(entries.data, entries.dtype) : entries.data } : entries;
  };
  function value() {
    const tag = take(1)[0];
    if (tag < 0x80) return tag;
    if (tag < 0x90) return map(tag & 15);
    if (tag < 0xa0) return list(tag & 15);
    if (tag < 0xc0) return take(tag & 31).toString('utf8');
    if (tag >= 0xe0) return tag - 256;
    switch (tag) {
      case 0xc0: return null;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xc4: return take(size(1));
      case 0xc5: return take(size(2));
      case 0xc6: return take(size(4));
      case 0xca: return take(4).readFloatBE();
      case 0xcb: return take(8).readDoubleBE();
      case 0xcc: return size(1);
      case 0xcd: return size(2);
      case 0xce: return size(4);
      case 0xd0: return take(1).readInt8();
      case 0xd1: return take(2).readInt16BE();
      case 0xd2: return take(4).readInt32BE();
      case 0xd9: return take(size(1)).toString('utf8');
      case 0xda: return take(size(2)).toString('utf8');
      case 0xdc: return list(size(2));
      case 0xde: return map(size(2));
      default: throw new Error(`tag ${tag}`);
    }
  }
  const root = value();
  if (at !== bytes.length) throw new Error('bytes follow');
  return root;
}

const text = (word) => Buffer.concat([Buffer.from([0xa0 | word.length]), Buffer.from(word)]);
const marker = (word) => Buffer.concat([Buffer.from([0xc4, word.length]), Buffer.from(word)]);
const small = (number) => (number < 128 ? Buffer.from([number]) : Buffer.from([0xcd, number >> 8, number & 255]));

export function encodeActions(rows, columns, data) {
  const head = Buffer.alloc(5);
  head[0] = 0xc6;
  head.writeUInt32BE(data.length, 1);
  return Buffer.concat([
    Buffer.from([0x81]), text('actions'), Buffer.from([0x84]), marker('__ndarray__'), Buffer.from([0xc3]), marker('data'), head, data,
    marker('dtype'), text('<f8'), marker('shape'), Buffer.from([0x92]), small(rows), small(columns),
  ]);
}
