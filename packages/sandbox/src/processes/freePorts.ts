import { createServer } from 'node:net';

// Below the range that Linux hands out for outgoing connections, so that nobody is given a port of ours between the
// moment it was found free and the moment a part listens on it.
const LOWEST = 20_000;
const HIGHEST = 32_000;

const handedOut = new Set<number>();

/** Ports on the loopback address that nobody uses, none of them twice in this process. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!handedOut.has(port) && (await isPortFree(port))) {
      handedOut.add(port);
      ports.push(port);
    }
  }
  return ports;
}

/** Whether a server could listen there: on every interface, since some parts cannot be told to use one only. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
