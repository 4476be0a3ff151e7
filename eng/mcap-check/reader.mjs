// Prints what @mcap/core finds in a file as JSON lines: by the index (with --json, messages parsed) or, with --stream, record by record with every checksum.
import { open } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";

const [path, mode] = process.argv.slice(2);
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const print = (kind, fields) => process.stdout.write(JSON.stringify({ kind, ...fields }) + "\n");
const message = (m, more = {}) =>
  print("message", { ...more, channel: m.channelId, sequence: m.sequence, logTime: String(m.logTime), publishTime: String(m.publishTime), data: base64(m.data) });
const attachment = (a) => print("attachment", { name: a.name, mediaType: a.mediaType, data: base64(a.data) });
const metadata = (m) => print("metadata", { name: m.name, entries: Object.fromEntries(m.metadata) });

// Topic, schema and, with --json, the message as this language reads it.
function described(reader, m) {
  const channel = reader.channelsById.get(m.channelId);
  const schema = reader.schemasById.get(channel.schemaId);
  const text = mode === "--json" ? new TextDecoder().decode(m.data) : undefined;
  return { topic: channel.topic, schema: schema?.name, json: text && JSON.parse(text) };
}

async function indexed() {
  const file = await open(path, "r");
  const readable = {
    size: async () => BigInt((await file.stat()).size),
    read: async (offset, length) => {
      const buffer = new Uint8Array(Number(length));
      await file.read(buffer, 0, Number(length), Number(offset));
      return buffer;
    },
  };
  const reader = await McapIndexedReader.Initialize({ readable });
  for await (const m of reader.readMessages()) message(m, described(reader, m));
  for await (const a of reader.readAttachments()) attachment(a);
  for await (const m of reader.readMetadata()) metadata(m);
  print("end", { topics: [...reader.channelsById.values()].map((c) => c.topic), statistics: String(reader.statistics?.messageCount) });
  await file.close();
}

function streamed() {
  const reader = new McapStreamReader({ validateCrcs: true });
  reader.append(new Uint8Array(readFileSync(path)));
  for (let record; (record = reader.nextRecord()); ) {
    if (record.type === "Message") message(record);
    else if (record.type === "Attachment") attachment(record);
    else if (record.type === "Metadata") metadata(record);
  }
  print("end", { done: reader.done() });
}

await (mode === "--stream" ? streamed() : indexed());
