// The service out of its .proto text.
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const definition = loadSync(fileURLToPath(new URL('async_inference.proto', import.meta.url)), { keepCase: true, enums: Number, defaults: true });

export const { AsyncInference } = grpc.loadPackageDefinition(definition).transport;
export { grpc };
