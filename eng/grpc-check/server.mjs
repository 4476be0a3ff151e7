// A policy server: keeps what it heard, and answers each observation with the chunk it is given.
import { AsyncInference, grpc } from './service.mjs';

export async function startServer(chunkFor) {
  const heard = [];
  let observation = null;
  const server = new grpc.Server();
  server.addService(AsyncInference.service, {
    Ready: (call, done) => { heard.push('Ready'); observation = null; done(null, {}); },
    SendPolicyInstructions: ({ request }, done) => { heard.push(request.data); done(null, {}); },
    SendObservations(stream, done) {
      const parts = [];
      stream.on('data', (piece) => parts.push(piece.data));
      stream.on('error', () => {});
      stream.on('end', () => { observation = Buffer.concat(parts); heard.push(observation); done(null, {}); });
    },
    GetActions(call, done) {
      const data = observation === null ? Buffer.alloc(0) : chunkFor(observation);
      observation = null;
      done(null, { data });
    },
  });
  const port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (failure, bound) => (failure ? reject(failure) : resolve(bound)));
  });
  return { port, heard, stop: () => server.forceShutdown() };
}
