// Starts a run with a live feed, watches it with @foxglove/ws-protocol, commands it, and holds what came live against the recording.
// node check.mjs COMMAND… starts the run file's verb, for example: node check.mjs dotnet run -c Release --no-build --project src/Interlock.Cli --
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import protocol from "@foxglove/ws-protocol";
import { McapIndexedReader } from "@mcap/core";
import WebSocket from "ws";

const { FoxgloveClient } = protocol;
const command = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "live-check-"));
const wantedTopics = ["/guard/command", "/robot/state", "/policy/action", "/supervisor/state", "/loop/timing", "/interlock/status"];
const runSeconds = 15;
const enough = 30;
const patienceMs = 60000;
let failures = 0;

function expect(isTrue, what) {
  console.log(`${isTrue ? "ok  " : "FAIL"}  ${what}`);
  failures += isTrue ? 0 : 1;
}

function timed(promise, what) {
  return Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error(`${what}: nothing within ${patienceMs / 1000} s`)), patienceMs).unref())]);
}

function startRun() {
  const [program, ...words] = command;
  const run = spawn(program, [...words, "run", "examples/run/table-arm.run.yaml", "--json", "--live=127.0.0.1:0",
    "--set", `live.token_file=${join(folder, "tokens")}`, "--set", `recording.path=${folder}/`, "--set", `run.duration_s=${runSeconds}`,
    "--set", "supervisor.stop_settle_ms=200"], { stdio: ["ignore", "pipe", "pipe"] });
  run.ended = new Promise((yes) => run.on("exit", (code) => yes(code)));
  run.address = new Promise((yes, no) => {
    let said = "";
    run.stderr.on("data", (piece) => {
      said += piece;
      const found = /live view: (ws:\/\/[0-9.:]+)/.exec(said);
      if (found) yes(found[1]);
    });
    run.on("exit", () => no(new Error(`the run ended before it was live: ${said}`)));
  });
  run.address.catch(() => {});
  run.stdout.resume();
  return run;
}

function tokens() {
  return Object.fromEntries(readFileSync(join(folder, "tokens"), "utf8").trim().split("\n").map((line) => line.split(" ")));
}

// A viewer that subscribes to what is wanted, keeps the payloads and calls the service.
function view(address, token, { origin } = {}) {
  const socket = new WebSocket(`${address}/?token=${token}`, [FoxgloveClient.SUPPORTED_SUBPROTOCOL], origin ? { origin } : {});
  const viewer = { socket, messages: new Map(), channels: new Map(), failure: null };
  const client = (viewer.client = new FoxgloveClient({ ws: socket }));
  const bySubscription = new Map();
  const calls = new Map();
  viewer.info = new Promise((yes) => client.on("serverInfo", yes));
  viewer.service = new Promise((yes) => client.on("advertiseServices", (services) => yes(services.find((one) => one.name === "/interlock/command"))));
  client.on("error", (error) => (viewer.failure = error));
  client.on("advertise", (channels) => {
    for (const channel of channels) {
      viewer.channels.set(channel.topic, channel);
      if (wantedTopics.includes(channel.topic)) bySubscription.set(client.subscribe(channel.id), channel.topic);
    }
  });
  client.on("message", ({ subscriptionId, timestamp, data }) => {
    const topic = bySubscription.get(subscriptionId);
    const list = viewer.messages.get(topic) ?? [];
    list.push({ timestamp, text: new TextDecoder().decode(data) });
    viewer.messages.set(topic, list);
  });
  client.on("serviceCallResponse", ({ callId, data }) => calls.get(callId)?.({ response: JSON.parse(new TextDecoder().decode(data)) }));
  client.on("serviceCallFailure", ({ callId, message }) => calls.get(callId)?.({ refused: message }));
  let callId = 0;
  viewer.call = async (word) => {
    const service = await timed(viewer.service, "the service");
    const id = ++callId;
    const answer = new Promise((yes) => calls.set(id, yes));
    client.sendServiceCallRequest({ serviceId: service.id, callId: id, encoding: "json", data: new TextEncoder().encode(JSON.stringify({ command: word })) });
    return timed(answer, `the answer to ${word}`);
  };
  viewer.until = (topic, test) => timed(new Promise((yes) => {
    client.on("message", () => {
      const newest = viewer.messages.get(topic)?.at(-1);
      if (newest && test(JSON.parse(newest.text))) yes(newest);
    });
  }), topic);
  return viewer;
}

async function refusedStatus(address, token, options = {}) {
  return timed(new Promise((yes) => {
    const socket = new WebSocket(`${address}/?token=${token}`, [FoxgloveClient.SUPPORTED_SUBPROTOCOL], options);
    socket.on("unexpected-response", (_, response) => { yes(response.statusCode); response.destroy(); });
    socket.on("open", () => { yes(101); socket.close(); });
    socket.on("error", () => {});
  }), "a refusal");
}

async function recorded() {
  const path = join(folder, readdirSync(folder).find((name) => name.endsWith(".mcap")));
  const file = await open(path, "r");
  const reader = await McapIndexedReader.Initialize({ readable: {
    size: async () => BigInt((await file.stat()).size),
    read: async (offset, length) => {
      const buffer = new Uint8Array(Number(length));
      await file.read(buffer, 0, Number(length), Number(offset));
      return buffer;
    },
  } });
  const found = new Map();
  for await (const message of reader.readMessages()) {
    const { topic } = reader.channelsById.get(message.channelId);
    found.set(`${topic}@${message.logTime}`, new TextDecoder().decode(message.data));
  }
  await file.close();
  return found;
}

async function main() {
  const run = startRun();
  const address = await timed(run.address, "the address");
  const { operator, viewer: looking } = tokens();
  expect(await refusedStatus(address, "0".repeat(32)) === 401, "a wrong token is refused with 401");
  expect(await refusedStatus(address, operator, { origin: "https://example.org" }) === 403, "a website is refused with 403");

  const boss = view(address, operator);
  const guest = view(address, looking);
  expect((await timed(boss.info, "serverInfo")).metadata.role === "operator", "the operator's token makes an operator");
  expect((await timed(guest.info, "serverInfo")).metadata.role === "viewer", "the viewer's token makes a viewer");
  await boss.until("/interlock/status", (status) => status.state === "running");
  await timed(new Promise((yes) => guest.client.on("message", () => (guest.messages.get("/guard/command")?.length ?? 0) > enough && yes())), "messages");
  expect(/RT258/.test((await guest.call("stop")).refused ?? ""), "a viewer's stop is refused");
  expect(/RT258/.test((await boss.call("dance")).refused ?? ""), "an unknown command is refused");
  const paused = await boss.call("pause");
  expect(paused.response?.accepted === true && paused.response.state === "holding", `pause is taken: ${JSON.stringify(paused)}`);
  await boss.until("/interlock/status", (status) => status.state === "holding");
  const resumed = await boss.call("resume");
  expect(resumed.response?.accepted === true, `resume is taken: ${JSON.stringify(resumed)}`);
  await boss.until("/interlock/status", (status) => status.state === "running");
  const stopped = await boss.call("stop");
  expect(stopped.response?.accepted === true && stopped.response.state === "stopped", `stop is taken: ${JSON.stringify(stopped)}`);

  expect(await timed(run.ended, "the end") === 4, "the run ends as stopped, exit code 4");
  const file = await recorded();
  for (const topic of wantedTopics.filter((one) => one !== "/interlock/status")) {
    const live = guest.messages.get(topic) ?? [];
    const equal = live.filter((one) => file.get(`${topic}@${one.timestamp}`) === one.text).length;
    expect(live.length > enough && equal === live.length, `${topic}: ${equal} of ${live.length} live messages are in the recording, byte for byte`);
  }
  expect([...boss.channels.values()].every((one) => one.encoding === "json" && JSON.parse(one.schema).type === "object"), "every channel has a JSON schema");
  boss.socket.terminate();
  guest.socket.terminate();
}

try {
  await main();
} catch (error) {
  expect(false, error.message);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? "live-check: passed" : `live-check: ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
