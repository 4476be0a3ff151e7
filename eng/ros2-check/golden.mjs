// Writes the golden messages of the CDR tests with the writer of another maker, or with --check says whether they are what it writes.
import { readFileSync, writeFileSync } from "node:fs";
import serialization from "@foxglove/rosmsg2-serialization";
import common from "@foxglove/rosmsg-msgs-common";

const folder = new URL("../../test/Interlock.Recording.Tests/Ros2/golden/", import.meta.url);
const types = Object.entries(common.ros2jazzy).map(([name, definition]) => ({ ...definition, name }));
const stamp = { sec: 1700000000, nsec: 123456789 };
const header = { stamp, frame_id: "" };
const named = { stamp, frame_id: "wrist" };
const awkward = [0.1, -0, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE];

const goldens = {
  joint_state: ["sensor_msgs/JointState", { header, name: ["a", "bc", "elbow.pos", "", "e", "f", "g"], position: awkward, velocity: [], effort: [] }],
  joint_state_empty: ["sensor_msgs/JointState", { header, name: [], position: [], velocity: [], effort: [] }],
  float64_multi_array: ["std_msgs/Float64MultiArray", { layout: { dim: [{ label: "margin", size: 1, stride: 1 }], data_offset: 0 }, data: [0.25] }],
  string: ["std_msgs/String", { data: "holding" }],
  log: ["rcl_interfaces/Log", { stamp, level: 30, name: "interlock.guard", msg: "GD001 intervention on elbow: 1.62, limit 1.57", file: "", function: "", line: 0 }],
  image: ["sensor_msgs/Image", { header: named, height: 1, width: 2, encoding: "rgb8", is_bigendian: 0, step: 6, data: new Uint8Array([1, 2, 3, 4, 5, 6]) }],
  compressed_image: ["sensor_msgs/CompressedImage", { header: named, format: "jpeg", data: new Uint8Array([255, 216, 255]) }],
};

let wrong = 0;
for (const [name, [type, value]] of Object.entries(goldens)) {
  const own = types.find((candidate) => candidate.name === type);
  const writer = new serialization.MessageWriter([{ ...own, name: undefined }, ...types.filter((candidate) => candidate !== own)]);
  const text = Buffer.from(writer.writeMessage(value)).toString("hex").replace(/.{1,64}/g, "$&\n");
  const file = new URL(`${name}.hex`, folder);
  if (process.argv[2] !== "--check") writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.log(`FAIL  ${name}.hex is not what @foxglove/rosmsg2-serialization writes`);
    wrong++;
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
