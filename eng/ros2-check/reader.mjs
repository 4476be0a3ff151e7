// Prints the messages of an exported file as JSON lines, doubles as the 16 hexadecimal digits of their bits, bytes as base64.
import { messages, openFile, ros2 } from "./exported.mjs";

const bits = new DataView(new ArrayBuffer(8));
function plain(value) {
  if (typeof value === "number") {
    bits.setFloat64(0, value);
    return bits.getBigUint64(0).toString(16).padStart(16, "0");
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value, plain);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
  return value;
}

const { reader, whole } = await openFile(process.argv[2]);
for await (const m of messages(reader, ros2())) {
  process.stdout.write(JSON.stringify({ topic: m.topic, schema: m.schema, logTime: String(m.logTime), sequence: m.sequence, value: plain(m.value) }) + "\n");
}
process.stdout.write(JSON.stringify({ topic: "", profile: reader.header.profile, whole, messages: String(reader.statistics.messageCount) }) + "\n");
