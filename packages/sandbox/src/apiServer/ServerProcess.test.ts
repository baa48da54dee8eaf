import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../processes/poll';
import { ServerProcess } from './ServerProcess';

describe('ServerProcess', () => {
  let directory: string;
  let started: ServerProcess[];
  const log = () => join(directory, 'log');
  const start = (script: string) => {
    const server = ServerProcess.create({
      command: process.execPath,
      args: ['--eval', script],
      environment: {},
      log: log(),
    });
    started.push(server);
    server.start();
    return server;
  };
  const said = async (text: string) =>
    poll({
      what: text,
      seconds: 20,
      intervalMilliseconds: 20,
      try: async () => readFileSync(log(), 'utf8').includes(text) || undefined,
    });

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pd-server-'));
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map(server => server.end('SIGKILL')));
    rmSync(directory, { recursive: true });
  });

  const SERVE = 'console.log("pid " + process.pid); setInterval(() => {}, 1e3)';

  it('is killed, and started again', async () => {
    const server = start(SERVE);
    await said('pid ');
    server.assertRunning();
    await server.end('SIGKILL');
    expect(() => server.assertRunning()).toThrow(/ended/);
    server.start();
    await poll({
      what: 'a second start',
      seconds: 20,
      try: async () =>
        readFileSync(log(), 'utf8').split('pid ').length === 3 || undefined,
    });
    server.assertRunning();
  }, 60_000);

  it('ends when it is asked to, in its own time', async () => {
    const server = start(
      `${SERVE}; process.on('SIGTERM', () => { console.log('bye'); process.exit() })`,
    );
    await said('pid ');
    await server.end('SIGTERM');
    expect(readFileSync(log(), 'utf8')).toContain('bye');
  }, 60_000);

  it('says why it ended by itself', async () => {
    const server = start('console.log("no such flag"); process.exit(1)');
    await said('no such flag');
    await poll({
      what: 'its end',
      seconds: 20,
      try: async () => {
        try {
          server.assertRunning();
          return undefined;
        } catch {
          return true;
        }
      },
    });
    expect(() => server.assertRunning()).toThrow(/no such flag/);
  }, 60_000);
});
