import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BackgroundProcess,
  BackgroundProcessOptions,
} from './BackgroundProcess';
import { eventually } from './eventually';
import { processIdentity } from './processIdentity';

describe('BackgroundProcess', () => {
  let directory: string;
  let started: BackgroundProcess[];
  const log = () => join(directory, 'log');
  const start = (
    script: string,
    options: Partial<BackgroundProcessOptions> = {},
  ) => {
    const server = BackgroundProcess.start({
      command: process.execPath,
      args: ['--eval', script],
      environment: {},
      output: { file: log() },
      ...options,
    });
    started.push(server);
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
      `process.on('SIGTERM', () => { console.log('bye'); process.exit() }); ${SERVE}`,
    );
    await said('pid ');
    await server.end();
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

  it('is ended with all that it has started, where it has a group of its own', async () => {
    const server = start(
      `const { pid } = require('child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1e3)']);
       console.log('child ' + pid);
       setInterval(() => {}, 1e3);`,
      { ownGroup: true },
    );
    await said('child ');
    const child = Number(/child (\d+)/.exec(readFileSync(log(), 'utf8'))?.[1]);
    expect(processIdentity(child)).toBeDefined();
    await server.end('SIGKILL');
    await eventually(
      'Its child has ended',
      () => expect(processIdentity(child)).toBeUndefined(),
      { seconds: 20 },
    );
  }, 60_000);

  it('tells what it says line by line, and when it has ended', async () => {
    const lines: string[] = [];
    const server = start(
      'console.log("one\\ntwo"); setTimeout(() => process.exit(3), 100)',
      { output: { onLine: line => lines.push(line) } },
    );
    await eventually(
      'It has ended',
      () => expect(server.ended.reason?.message).toMatch(/ended with 3$/),
      { seconds: 20 },
    );
    expect(lines).toEqual(['one', 'two']);
  }, 60_000);

  it('has ended where it cannot be started, and says why', async () => {
    const server = start('', { command: '/nowhere/server' });
    await eventually(
      'It has ended',
      () =>
        expect(() => server.assertRunning()).toThrow(
          /could not be started: spawn \/nowhere\/server ENOENT/,
        ),
      { seconds: 20 },
    );
    expect(readFileSync(log(), 'utf8')).toContain('ENOENT');
    await server.end();
  }, 60_000);
});
