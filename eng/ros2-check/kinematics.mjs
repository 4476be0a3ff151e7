// Poses of joints by rotation matrices, where our writer uses quaternions.
const attribute = (text, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];
const vector = (text, fallback) => (text ? text.trim().split(/\s+/).map(Number) : fallback);

export function readJoints(urdf) {
  return [...urdf.matchAll(/<joint name="([^"]*)" type="([^"]*)">([\s\S]*?)<\/joint>/g)].map(([, name, type, body]) => {
    const element = (tag) => new RegExp(`<${tag}\\b[^>]*>`).exec(body)?.[0] ?? "";
    return {
      name, type,
      parent: attribute(element("parent"), "link"), child: attribute(element("child"), "link"),
      xyz: vector(attribute(element("origin"), "xyz"), [0, 0, 0]), rpy: vector(attribute(element("origin"), "rpy"), [0, 0, 0]),
      axis: vector(attribute(element("axis"), "xyz"), [1, 0, 0]),
    };
  });
}

const times = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
const turn = (a, v) => a.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);

// Rodrigues' formula about a unit axis.
function about([x, y, z], angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const d = 1 - c;
  return [[c + x * x * d, x * y * d - z * s, x * z * d + y * s], [y * x * d + z * s, c + y * y * d, y * z * d - x * s], [z * x * d - y * s, z * y * d + x * s, c + z * z * d]];
}

function ofQuaternion({ x, y, z, w }) {
  return [[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)], [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)], [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]];
}

// The largest difference between a transform and that of the joint at a position.
export function pose(joint, position, transform) {
  const length = Math.hypot(...joint.axis);
  const axis = joint.axis.map((value) => value / length);
  const origin = times(times(about([0, 0, 1], joint.rpy[2]), about([0, 1, 0], joint.rpy[1])), about([1, 0, 0], joint.rpy[0]));
  const rotation = joint.type === "revolute" || joint.type === "continuous" ? times(origin, about(axis, position)) : origin;
  const slid = joint.type === "prismatic" ? turn(origin, axis.map((value) => value * position)) : [0, 0, 0];
  const found = ofQuaternion(transform.rotation);
  const place = [transform.translation.x, transform.translation.y, transform.translation.z];
  return Math.max(...joint.xyz.map((value, i) => Math.abs(value + slid[i] - place[i])), ...rotation.flatMap((row, i) => row.map((value, j) => Math.abs(value - found[i][j]))));
}
