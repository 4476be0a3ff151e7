// Records a run of the example arm, exports it as messages of ROS 2 and compares every message with the recording, both read by other makers' readers.
// node check.mjs COMMAND…, for example: node check.mjs dotnet run -c Release --no-build --project src/Interlock.Cli --
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import common from "@foxglove/rosmsg-msgs-common";
import { definitions, json, messages, openFile, ros2 } from "./exported.mjs";
import { pose, readJoints } from "./kinematics.mjs";

const [program, ...words] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ros2-check-"));
const [recording, exported] = [join(folder, "run.mcap"), join(folder, "run.ros2.mcap")];
const runSeconds = 6;
const toRad = { deg: Math.PI / 180, mm: 1e-3 };
const tolerance = 1e-12; // a quaternion and a matrix round differently
let failures = 0;

function expect(isTrue, what) {
  console.log(`${isTrue ? "ok  " : "FAIL"}  ${what}`);
  failures += isTrue ? 0 : 1;
}

function interlock(...verb) {
  const run = spawnSync(program, [...words, ...verb], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${verb[0]} ended with ${run.status}: ${run.stderr}`);
}

const number = (value) => (typeof value === "string" ? Number(value) : value);
const equal = (a, b) => a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
const ns = (stamp) => BigInt(stamp.sec) * 1000000000n + BigInt(stamp.nanosec);

async function collect(reader, decode) {
  const topics = new Map();
  for await (const message of messages(reader, decode)) {
    if (!topics.has(message.topic)) topics.set(message.topic, []);
    topics.get(message.topic).push(message);
  }
  return (topic) => topics.get(topic) ?? [];
}

function checkDefinitions(reader) {
  for (const schema of reader.schemasById.values()) {
    const [own, ...needed] = definitions(schema);
    const all = [{ ...own, name: schema.name.replace("/msg/", "/") }, ...needed];
    const wrong = all.filter((type) => JSON.stringify(type.definitions) !== JSON.stringify(common.ros2jazzy[type.name]?.definitions)).map((type) => type.name);
    expect(wrong.length === 0 && schema.encoding === "ros2msg", `${schema.name} and what it needs are as ROS 2 Jazzy defines them ${wrong}`);
  }
}

// The same times, the same numbers; nothing more and nothing less.
function checkRows(topic, ours, theirs, numbersOf) {
  const same = ours.length === theirs.length && ours.every((m, i) => m.logTime === theirs[i].logTime && m.publishTime === m.logTime && equal(numbersOf(m.value), theirs[i].numbers));
  expect(same && ours.length > 0, `${topic}: ${ours.length} messages, every time and number`);
}

const rows = (recorded, field, factors) =>
  recorded.map((m) => ({ logTime: m.logTime, numbers: m.value[field].map((value, i) => number(value) * (factors?.[i] ?? 1)) }));

function checkJoints(from, to, layout) {
  const pairs = { "/robot/joint_states": "/robot/state", "/policy/action": "/policy/action", "/guard/command": "/guard/command", "/robot/executed": "/robot/executed" };
  for (const [topic, recorded] of Object.entries(pairs)) {
    checkRows(topic, to(topic), rows(from(recorded), "values", layout.factors), (value) => value.position);
    expect(to(topic).every((m) => isDeepStrictEqual(m.value.name, layout.channels) && ns(m.value.header.stamp) === m.logTime), `${topic}: names, and the stamp is the log time`);
  }
}

function checkScalars(from, to, layout) {
  checkRows("/policy/action_raw", to("/policy/action_raw"), rows(from("/policy/action_raw"), "values"), (value) => value.data);
  const numbers = { "/guard/verdict": ["margin", "clip_fraction"], "/loop/timing": ["observation_age_ms", "chunk_age_ms", "action_lag_ms", "latency_ms"], "/robot/force": ["force_n"] };
  for (const [recorded, fields] of Object.entries(numbers)) {
    for (const field of fields) {
      const topic = `${recorded.slice(0, recorded.lastIndexOf("/"))}/${field}`;
      const known = from(recorded).filter((m) => m.value[field] !== null).map((m) => ({ logTime: m.logTime, numbers: [number(m.value[field])] }));
      if (known.length > 0) checkRows(topic, to(topic), known, (value) => value.data);
    }
  }
  layout.monitors.forEach((name, i) => {
    const scores = rows(from("/guard/monitors"), "values").map((row) => ({ ...row, numbers: [row.numbers[i]] }));
    const first = scores.findIndex((row) => !Number.isNaN(row.numbers[0]));
    if (first >= 0) checkRows(`/guard/monitors/${name}`, to(`/guard/monitors/${name}`), scores.slice(first), (value) => value.data);
  });
}

function checkWords(topic, ours, recorded, field) {
  const changes = recorded.filter((m, i) => i === 0 || recorded[i - 1].value[field] !== m.value[field]).map((m) => [m.logTime, m.value[field]]);
  expect(changes.length > 0 && isDeepStrictEqual(ours.map((m) => [m.logTime, m.value.data]), changes), `${topic}: ${ours.length} words`);
}

function checkRest(from, to) {
  const said = [...from("/events"), ...from("/guard/events"), ...from("/log")];
  expect(to("/rosout").length === said.length && said.length > 0, `/rosout: ${said.length} entries`);
  expect(from("/log").every((m) => to("/rosout").some((out) => out.logTime === m.logTime && out.value.msg === m.value.message && out.value.level === 10 * m.value.level)), "/rosout: every sentence with its level");
  const images = from("/camera/table/image_raw");
  expect(images.length > 0 && images.every((m, i) => {
    const out = to("/camera/table/image_raw")[i];
    return out.logTime === m.logTime && out.value.width === m.value.width && out.value.step === m.value.step && out.value.encoding === "rgb8" && Buffer.from(m.value.data, "base64").equals(out.value.data);
  }), `/camera/table/image_raw: ${images.length} images, every byte`);
}

function checkTransforms(from, to, urdf, layout) {
  expect(to("/robot_description")[0]?.value.data === urdf, "/robot_description is the attached description");
  const joints = readJoints(urdf);
  const state = new Map(rows(from("/robot/state"), "values", layout.factors).map((row) => [row.logTime, row.numbers]));
  let worst = 0;
  let count = 0;
  for (const m of [...to("/tf"), ...to("/tf_static")]) {
    for (const { header, child_frame_id: child, transform } of m.value.transforms) {
      const joint = joints.find((candidate) => candidate.child === child && candidate.parent === header.frame_id);
      const channel = layout.channels.indexOf(joint.name);
      worst = Math.max(worst, pose(joint, channel < 0 ? 0 : state.get(m.logTime)[channel], transform));
      count++;
    }
  }
  expect(count > joints.length && worst < tolerance, `/tf and /tf_static: ${count} transforms, at most ${worst} from those of rotation matrices`);
}

try {
  interlock("run", "examples/run/table-arm.run.yaml", "--virtual-time", "--set", `recording.path=${recording}`, "--set", `run.duration_s=${runSeconds}`);
  interlock("episodes", "export", recording, "--format", "ros2", "--out", exported);
  const [source, target] = [await openFile(recording), await openFile(exported)];
  expect(target.whole && target.reader.header.profile === "ros2" && target.reader.chunkIndexes.length > 0, `profile ros2, ${target.records} records with their checksums, chunk index`);
  expect([...target.reader.channelsById.values()].every((channel) => channel.messageEncoding === "cdr"), "every channel is cdr");
  checkDefinitions(target.reader);
  const [from, to] = [await collect(source.reader, json), await collect(target.reader, ros2())];
  const metadata = [];
  for await (const record of source.reader.readMetadata({ name: "interlock.run" })) metadata.push(record.metadata);
  const facts = Object.fromEntries(["channels", "units", "monitors"].map((key) => [key, JSON.parse(metadata[0].get(key))]));
  const layout = { ...facts, factors: facts.units.map((unit) => toRad[unit] ?? 1) };
  let urdf = "";
  for await (const file of source.reader.readAttachments()) if (file.name.endsWith(".urdf")) urdf = new TextDecoder().decode(file.data);
  checkJoints(from, to, layout);
  checkScalars(from, to, layout);
  checkWords("/guard/verdict", to("/guard/verdict"), from("/guard/verdict"), "verdict");
  checkWords("/supervisor/state", to("/supervisor/state"), from("/supervisor/state"), "state");
  checkWords("/supervisor/source", to("/supervisor/source"), from("/supervisor/state"), "source");
  checkRest(from, to);
  checkTransforms(from, to, urdf, layout);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? "all read back" : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
