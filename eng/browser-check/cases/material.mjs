// What is looked at: recordings of the demo, one of 10^6 steps, one with markup in its names, documents of every kind, and a broken one.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bench, cli, expect, root, run } from "../harness.mjs";

export const markup = "<img src=x onerror=\"window.hacked=1\"><b>bold</b>";
const long = "a-name-that-somebody-made-from-the-whole-command-line-".repeat(3);

async function write(path, ...words) {
  const { code, out, said } = await run(cli, ...words);
  expect(out.length > 0 && code !== 1, `${words.join(" ")} ended with ${code}: ${said}`);
  writeFileSync(path, out);
}

export async function prepare(folder) {
  const recordings = join(folder, "recordings");
  const large = join(folder, "large");
  const empty = join(folder, "empty");
  [recordings, large, empty].forEach(each => mkdirSync(each));
  const log = join(folder, "labelled.jsonl");
  const [demo, million] = await Promise.all([run(cli, "demo", "--out", recordings, "--json"), run(bench, "series", join(large, "long.mcap"))]);
  expect(demo.code === 0 && million.code === 0, `${demo.said}${million.said}`);
  const markedUp = run(cli, "run", join(root, "examples/run/table-arm.run.yaml"), "--virtual-time", "--json", "--set", `task=${markup}`, "--set", `recording.path=${join(recordings, `${long}.mcap`)}`, "--set", "run.duration_s=3");
  const replay = await run(cli, "replay", join(recordings, "labelled.csv"), "--contract", join(recordings, "table-arm.contract.yaml"), "--jsonl");
  writeFileSync(log, replay.out);
  await Promise.all([
    write(join(recordings, "monitors.study.json"), "study", log, "--json", "--resamples", "200"),
    write(join(recordings, "table.calibrate.json"), "calibrate", join(recordings, "demonstrations.csv"), "-o", join(folder, "table"), "--json"),
    write(join(recordings, "libero_goal.check.json"), "check", join(root, "examples/specs/libero_goal.execspec.json"), "--json"),
    markedUp.then(({ code, said }) => expect(code === 0, said)),
  ]);
  copyFileSync(join(root, "examples/specs/libero_goal.execspec.json"), join(recordings, "libero_goal.execspec.json"));
  const rows = [{ fault: markup, story: markup, reaction: "held", periods: 0, codes: ["GD101"], ending: "resumes", largest_violation: 0, as_expected: true, shortfalls: [] }];
  writeFileSync(join(recordings, "a<b>markup.campaign.json"), JSON.stringify({ interlock: "demo-campaign/1", seed: 1, runs: 1, as_expected: true, rows }));
  writeFileSync(join(recordings, "broken.study.json"), "{\"policies\": [");
  writeFileSync(join(recordings, "odd.calibration.json"), "{\"coverage\": 3, \"alarms\": [[], null, {\"bands\": \"x\"}]}");
  return { recordings, large, empty };
}
