// Prints what hyparquet finds in a file: one JSON object per row. Numbers that JSON does not have become strings; doubles print so that they read back to the same bits.
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

const plain = (key, value) =>
  typeof value === "bigint" ? Number(value)
  : typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)) ? (Object.is(value, -0) ? "-0" : String(value))
  : value;
const file = await asyncBufferFromFile(process.argv[2]);
for (const row of await parquetReadObjects({ file })) process.stdout.write(JSON.stringify(row, plain) + "\n");
