// A robot's side: every call as a promise, observations in pieces of 2 MiB.
import { AsyncInference, grpc } from './service.mjs';

const PIECE = 2 << 20;

export function connect(port) {
  const client = new AsyncInference(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
    'grpc.enable_retries': 0, 'grpc.use_local_subchannel_pool': 1, // a connection of its own, as another process would have
  });
  const unary = (method, request) => new Promise((resolve, reject) => {
    let trailers = null;
    const call = client[method](request, (failure, reply) => (failure ? reject(failure) : setImmediate(() => resolve({ ...reply, trailers }))));
    call.on('status', (status) => { trailers = status.metadata; });
  });
  return {
    ready: () => unary('Ready', {}),
    setUp: (data) => unary('SendPolicyInstructions', { data }),
    actions: () => unary('GetActions', {}),
    observe: (data) => new Promise((resolve, reject) => {
      const stream = client.SendObservations((failure, reply) => (failure ? reject(failure) : resolve(reply)));
      stream.on('error', () => {});
      for (let at = 0; at < data.length; at += PIECE) {
        const isLast = at + PIECE >= data.length;
        stream.write({ transfer_state: isLast ? 3 : at === 0 ? 1 : 2, data: data.subarray(at, at + PIECE) });
      }
      stream.end();
    }),
    close: () => client.close(),
  };
}
