import { createServer } from 'node:net';
import { LauncherError } from '../LauncherError.mjs';

/**
 * @param {number} port
 * @throws LauncherError when something listens on it already
 */
export async function checkPort(port) {
  const other = port + 100;
  // A browser may try either for `localhost`.
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listen(port, host);
    if (code === 'EADDRINUSE') {
      throw new LauncherError(
        `Port ${port} is in use, and Backstage needs it. Another "npm start" may be running; otherwise "ss -ltnp 'sport = :${port}'" or "lsof -i :${port}" shows what it is. End it and run the same command again, or use another port: "PORT=${other} npm start".`,
      );
    }
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} The error's code, if there was one.
 */
function listen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.on('error', error =>
      resolve('code' in error ? String(error.code) : error.message),
    );
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
