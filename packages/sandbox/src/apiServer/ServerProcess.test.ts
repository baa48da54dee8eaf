import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../processes/eventually';
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
    eventually(
      `It says ${text}`,
      () => expect(readFileSync(log(), 'utf8')).toContain(text),
      { seconds: 20, intervalMilliseconds: 20 },
    );

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
    await eventually(
      'It has started a second time',
      () => expect(readFileSync(log(), 'utf8').split('pid ')).toHaveLength(3),
      { seconds: 20 },
    );
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
    await eventually(
      'It has ended',
      () => expect(() => server.assertRunning()).toThrow(/no such flag/),
      { seconds: 20 },
    );
  }, 60_000);
});
