// Bundles Front/src into Assets; equal sources give equal bytes. `node bundle.mjs FOLDER` writes somewhere else, to compare.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const target = process.argv[2] ?? join(import.meta.dirname, "../Assets");
mkdirSync(target, { recursive: true });

await build({
  entryPoints: [join(import.meta.dirname, "src/main.ts"), join(import.meta.dirname, "src/app.css")],
  entryNames: "app",
  outdir: target,
  bundle: true,
  minify: true,
  charset: "ascii",
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});

copyFileSync(join(import.meta.dirname, "src/index.html"), join(target, "index.html"));

const plot = join(import.meta.dirname, "node_modules/uplot");
const { name, version, license } = JSON.parse(readFileSync(join(plot, "package.json"), "utf8"));
const words = readFileSync(join(plot, "LICENSE"), "utf8");
writeFileSync(join(target, "licences.txt"), `Contained in app.js and app.css:\n\n${name} ${version} (${license})\n\n${words}`);
