// An MCAP file as others read it: by index, and record by record with every checksum; messages of ROS 2 decoded by the definitions in the file.
import { readFileSync } from "node:fs";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import rosmsg from "@foxglove/rosmsg";
import serialization from "@foxglove/rosmsg2-serialization";

export async function openFile(path) {
  const bytes = readFileSync(path);
  const stream = new McapStreamReader({ validateCrcs: true });
  stream.append(bytes);
  let records = 0;
  while (stream.nextRecord()) records++;
  const reader = await McapIndexedReader.Initialize({
    readable: { size: async () => BigInt(bytes.length), read: async (offset, length) => bytes.subarray(Number(offset), Number(offset + length)) },
  });
  return { reader, records, whole: stream.done() };
}

export async function* messages(reader, decode) {
  for await (const message of reader.readMessages()) {
    const channel = reader.channelsById.get(message.channelId);
    const schema = reader.schemasById.get(channel.schemaId);
    yield { topic: channel.topic, schema: schema.name, logTime: message.logTime, publishTime: message.publishTime, sequence: message.sequence, value: decode(schema, message.data) };
  }
}

export const json = (_, data) => JSON.parse(new TextDecoder().decode(data));

// Decodes by the definition that the file itself brings.
export function ros2() {
  const readers = new Map();
  return (schema, data) => {
    if (!readers.has(schema.id)) {
      readers.set(schema.id, new serialization.MessageReader(definitions(schema)));
    }
    return readers.get(schema.id).readMessage(data);
  };
}

export const definitions = (schema) => rosmsg.parse(new TextDecoder().decode(schema.data), { ros2: true });
