import { createServer } from 'node:net';

// Below the range that Linux hands out for outgoing connections, as the sandbox's own ports are.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A port on the loopback address that nobody uses. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const isFree = await new Promise<boolean>(resolve => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
        server.close(() => resolve(true)),
      );
    });
    if (isFree) {
      return port;
    }
  }
}
