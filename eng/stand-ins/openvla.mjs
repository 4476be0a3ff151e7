// Stand-in for an OpenVLA or OpenVLA-OFT server: POST /act.
import { createServer } from 'node:http';
import { args, armChunk, captured, doubles, garbage, hold, isArm, LIBERO, listen, misbehaves, nextRequest, readNumbers, say, spoilt } from './standin.mjs';

const REQUESTS = ['wire_openvla_act_request.json', 'wire_openvla_act_request_double_encoded.json', 'wire_oft_act_request.json'];
let last = [];

const vector = (row) => ({ __numpy__: doubles([row]).toString('base64'), dtype: '<f8', shape: [row.length] });

function arm(fields, number) {
  const state = fields.state ? readNumbers(Buffer.from(fields.state.__numpy__, 'base64'), fields.state.dtype) : last;
  const isList = fields.state && !args.single;
  const rows = spoilt(armChunk(state, isList ? undefined : 1), number);
  last = rows.at(-1).slice(0, 7);
  return isList ? rows.map(vector) : vector(rows[0]);
}

function reply(body, number) {
  const outer = JSON.parse(body);
  const isDouble = Object.keys(outer).length === 1 && 'encoded' in outer;
  const fields = isDouble ? JSON.parse(outer.encoded) : outer;
  if (isArm || misbehaves('nan', number) || misbehaves('wrong-shape', number)) {
    const text = JSON.stringify(arm(fields, number));
    return isDouble ? JSON.stringify(text) : text;
  }
  return captured(LIBERO, isDouble ? 'wire_openvla_act_response_double_encoded.json' : fields.full_image ? 'wire_oft_act_response.json' : 'wire_openvla_act_response.json');
}

async function answer(body, response) {
  const number = nextRequest();
  const exact = args.shared ? REQUESTS.find((name) => captured(LIBERO, name).equals(body)) : undefined;
  say(`request ${number} ${exact ?? 'other'}`);
  const bad = (mode) => misbehaves(mode, number);
  if ((bad('late') || bad('slow-start')) && !(await hold(response, number))) return;
  const send = (data, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(data);
  if (bad('text-error')) send('"error"');
  else if (bad('status') || bad('close-1011')) send('Internal Server Error', 500);
  else if (bad('empty')) send('');
  else if (bad('garbage')) send(garbage(700));
  else if (bad('wrong-frame')) response.socket.end(garbage(700));
  else if (bad('wrong-type')) send('{"actions":"none"}');
  else if (bad('cut')) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"__numpy__":"', () => response.socket.destroy());
  } else if (bad('endless')) endless(response.writeHead(200, { 'content-type': 'application/json' }));
  else send(reply(body, number));
}

function endless(response) {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65536, 32)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('error', () => {});
  request.on('end', () => {
    if (request.method !== 'POST' || request.url !== '/act') response.writeHead(404).end();
    else answer(Buffer.concat(parts), response).catch(() => response.writeHead(200).end('"error"'));
  });
});
listen(server);
