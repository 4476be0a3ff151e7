import { fill, h, svg } from "../dom";
import type { Arm, ArmLink } from "../types";

type Vector = [number, number, number];
type Matrix = [Vector, Vector, Vector];
interface Pose { p: Vector; R: Matrix }

const size = { width: 320, height: 260, margin: 24 };

/** A line drawing of the arm from its URDF: seen from the side, where the reach lies, or from above. */
export class ArmView {
  readonly element: HTMLElement;
  private readonly picture = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, class: "arm", role: "img", "aria-label": "Side view of the arm" });
  private readonly reach: number;
  private seenFrom: "side" | "above" = "side";
  private angles: Map<string, number> = new Map();
  private isStale = false;

  constructor(private readonly arm: Arm) {
    this.reach = Math.max(0.1, arm.links.reduce((sum, link) => sum + length(link.joint?.origin.xyz ?? [0, 0, 0]), 0));
    const toggle = h("button", { class: "quiet", click: () => this.turn(toggle) }, "from above");
    this.element = h("section", { class: "card arm-card" }, h("h2", {}, "Arm ", toggle), this.picture, arm.note ? h("p", { class: "soft small" }, arm.note) : null);
  }

  show(angles: Map<string, number>, isStale: boolean): void {
    this.angles = angles;
    this.isStale = isStale;
    this.draw();
  }

  private turn(toggle: HTMLElement): void {
    this.seenFrom = this.seenFrom === "side" ? "above" : "side";
    toggle.textContent = this.seenFrom === "side" ? "from above" : "from the side";
    this.draw();
  }

  private draw(): void {
    const poses = forward(this.arm.links, this.angles);
    const bones = this.arm.links.filter(link => link.parent && poses.has(link.parent)).map(link => [poses.get(link.parent!)!.p, poses.get(link.name)!.p] as const);
    const across = this.seenFrom === "above" ? 0 : Math.atan2(...tipDirection(bones));
    const place = (p: Vector): [number, number] => {
      const scale = (Math.min(size.width / 2, size.height) - size.margin) / this.reach;
      const sideways = p[0] * Math.cos(across) + p[1] * Math.sin(across);
      return this.seenFrom === "side"
        ? [size.width / 2 + sideways * scale, size.height - size.margin - p[2] * scale]
        : [size.width / 2 - p[1] * scale, size.height / 2 - p[0] * scale];
    };
    this.picture.classList.toggle("stale", this.isStale);
    fill(this.picture,
      svg("line", { x1: 0, x2: size.width, y1: size.height - size.margin, y2: size.height - size.margin, class: this.seenFrom === "side" ? "ground" : "hidden" }),
      bones.map(([from, to]) => {
        const [x1, y1] = place(from);
        const [x2, y2] = place(to);
        return svg("line", { x1: x1.toFixed(1), y1: y1.toFixed(1), x2: x2.toFixed(1), y2: y2.toFixed(1), class: "bone" });
      }),
      bones.map(([from]) => {
        const [cx, cy] = place(from);
        return svg("circle", { cx: cx.toFixed(1), cy: cy.toFixed(1), r: 4.5, class: "joint" });
      }));
  }
}

// The side view looks at the vertical plane through the base and the tip.
function tipDirection(bones: (readonly [Vector, Vector])[]): [number, number] {
  const tip = bones.reduce<Vector>((far, [, to]) => (Math.hypot(to[0], to[1]) > Math.hypot(far[0], far[1]) ? to : far), [1e-6, 0, 0]);
  return tip[0] < 0 ? [-tip[1], -tip[0]] : [tip[1], tip[0]];
}

function forward(links: ArmLink[], angles: Map<string, number>): Map<string, Pose> {
  const poses = new Map<string, Pose>();
  for (const link of links) {
    const parent = link.parent ? poses.get(link.parent) : undefined;
    poses.set(link.name, parent && link.joint ? joined(parent, link.joint, angles.get(link.joint.name) ?? 0) : { p: [0, 0, 0], R: identity });
  }
  return poses;
}

function joined(parent: Pose, joint: NonNullable<ArmLink["joint"]>, value: number): Pose {
  const p = add(parent.p, apply(parent.R, joint.origin.xyz));
  const R = times(parent.R, fixedAxes(joint.origin.rpy));
  if (joint.type === "prismatic") {
    return { p: add(p, apply(R, scaled(joint.axis, value))), R };
  }
  return { p, R: joint.type === "fixed" ? R : times(R, about(joint.axis, value)) };
}

const identity: Matrix = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
const length = (v: Vector) => Math.hypot(...v);
const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const scaled = (v: Vector, by: number): Vector => [v[0] * by, v[1] * by, v[2] * by];
const apply = (R: Matrix, v: Vector): Vector => [0, 1, 2].map(row => R[row]![0] * v[0] + R[row]![1] * v[1] + R[row]![2] * v[2]) as Vector;
const times = (A: Matrix, B: Matrix): Matrix =>
  A.map(row => [0, 1, 2].map(column => row[0] * B[0][column]! + row[1] * B[1][column]! + row[2] * B[2][column]!) as Vector) as Matrix;

// URDF: roll about x, then pitch about y, then yaw about z, of the fixed axes.
const fixedAxes = ([roll, pitch, yaw]: Vector) => times(times(about([0, 0, 1], yaw), about([0, 1, 0], pitch)), about([1, 0, 0], roll));

function about(axis: Vector, angle: number): Matrix {
  const norm = length(axis) || 1;
  const [x, y, z] = scaled(axis, 1 / norm);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const t = 1 - c;
  return [[t * x * x + c, t * x * y - s * z, t * x * z + s * y], [t * x * y + s * z, t * y * y + c, t * y * z - s * x], [t * x * z - s * y, t * y * z + s * x, t * z * z + c]];
}
