import { tmpdir } from 'node:os';
import { LifeLine } from './__testUtils__/LifeLine';
import { ProcessError, ProcessOptions, runProcess } from './runProcess';

const PATH = process.env.PATH!;

/** Starts a process that would live on for long, and says so once it is there. */
const LEAVE_SOMEBODY =
  'exec 3>"$1"; sleep 60 >&3 2>&3 & echo started >&3; exec 3>&-;';

function run(options: Partial<ProcessOptions>): Promise<Buffer> {
  return runProcess({
    command: 'sh',
    args: [],
    directory: tmpdir(),
    env: { PATH },
    timeout: 30_000,
    outputLimit: 1024 * 1024,
    ...options,
  });
}

function shell(script: string, ...args: string[]): { args: string[] } {
  return { args: ['-c', script, 'sh', ...args] };
}

async function failure(running: Promise<unknown>): Promise<ProcessError> {
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ProcessError);
  return error as ProcessError;
}

describe('runProcess', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives what the program says, and not what it says beside', async () => {
    const output = await run(shell('echo beside >&2; echo said'));
    expect(output.toString()).toBe('said\n');
  });

  it('runs it in its directory', async () => {
    const output = await run({ ...shell('pwd -P'), directory: '/' });
    expect(output.toString()).toBe('/\n');
  });

  it('hands it no other environment than the one that is given', async () => {
    process.env.RUN_PROCESS_SECRET = 'secret';
    try {
      const output = await run({ command: 'env', env: { PATH, ONLY: 'this' } });
      expect(output.toString().trim().split('\n').sort()).toEqual([
        'ONLY=this',
        `PATH=${PATH}`,
      ]);
    } finally {
      delete process.env.RUN_PROCESS_SECRET;
    }
  });

  it.each([
    ['a text', 'größer\n'],
    ['bytes', Buffer.from([0, 1, 0xff, 0x0a])],
    ['an empty text', ''],
  ])('writes %s to its stdin', async (_, input) => {
    expect(await run({ command: 'cat', input })).toEqual(Buffer.from(input));
  });

  it('ends its stdin where there is no input', async () => {
    expect(await run({ command: 'cat' })).toEqual(Buffer.alloc(0));
  });

  it('does not mind a program that leaves its input unread', async () => {
    const input = Buffer.alloc(4 * 1024 * 1024);
    const output = await run({ ...shell('exec <&-; echo done'), input });
    expect(output.toString()).toBe('done\n');
  });

  it('tells the exit code and what it had said', async () => {
    const error = await failure(run(shell('echo it is broken >&2; exit 3')));
    expect(error.reason).toEqual({ kind: 'exit', code: 3, signal: undefined });
    expect(error.stderr).toBe('it is broken\n');
    expect(error.message).toBe('sh ended with exit code 3');
  });

  it('gives what it said where an exit code is expected', async () => {
    const output = await run({
      ...shell('echo found; exit 3'),
      exitCodes: [3],
    });
    expect(output.toString()).toBe('found\n');
  });

  it('tells the signal that ended it', async () => {
    const error = await failure(run(shell('kill -TERM $$')));
    expect(error.reason).toMatchObject({ kind: 'exit', signal: 'SIGTERM' });
    expect(error.message).toBe('sh was ended by SIGTERM');
  });

  it('keeps the first 64 KiB of what it says on stderr', async () => {
    const error = await failure(
      run(shell('yes 1234567 | head -c 200000 >&2; exit 1')),
    );
    expect(error.stderr).toBe('1234567\n'.repeat(8 * 1024));
  });

  it('gives output that is just as long as allowed, and refuses one byte more', async () => {
    const exact = await run({ ...shell('printf 12345'), outputLimit: 5 });
    expect(exact.toString()).toBe('12345');

    const error = await failure(
      run({ ...shell('printf 123456'), outputLimit: 5 }),
    );
    expect(error.reason).toEqual({ kind: 'output', bytes: 5 });
    expect(error.message).toBe('sh gave more than 5 bytes and was ended');
  });

  it.each([
    ['a program that does not exist', { command: 'no-such-program' }, 'ENOENT'],
    ['a directory that does not exist', { directory: '/no/such' }, 'ENOENT'],
    ['what is no program', { command: '/' }, 'EACCES'],
    ['too long an argument', shell('x'.repeat(1024 * 1024)), 'E2BIG'],
  ])('says that %s could not be started', async (_, options, code) => {
    const error = await failure(run(options));
    expect(error.reason).toEqual({ kind: 'spawn', code });
    expect(error.message).toMatch(/could not be started/);
  });

  describe('leaves nobody behind', () => {
    it('when the program ends by itself', async () => {
      const line = LifeLine.create();
      const output = await run(shell(`${LEAVE_SOMEBODY} echo done`, line.path));
      expect(output.toString()).toBe('done\n');
      await line.end();
    });

    it('when it says too much', async () => {
      const line = LifeLine.create();
      const error = await failure(
        run({ ...shell(`${LEAVE_SOMEBODY} yes`, line.path), outputLimit: 100 }),
      );
      expect(error.reason).toEqual({ kind: 'output', bytes: 100 });
      await line.end();
    });

    it('when it is cancelled', async () => {
      const line = LifeLine.create();
      const controller = new AbortController();
      const running = failure(
        run({
          ...shell(`${LEAVE_SOMEBODY} echo so far >&2; wait`, line.path),
          signal: controller.signal,
        }),
      );
      await line.heard();
      controller.abort();
      expect((await running).reason).toEqual({ kind: 'aborted' });
      await line.end();
    });

    it('when its time is up', async () => {
      jest.useFakeTimers({
        doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'],
      });
      const line = LifeLine.create();
      const running = failure(
        run({ ...shell(`${LEAVE_SOMEBODY} wait`, line.path), timeout: 60_000 }),
      );
      await line.heard();
      jest.advanceTimersByTime(60_000);
      const error = await running;
      expect(error.reason).toEqual({ kind: 'timeout', milliseconds: 60_000 });
      expect(error.message).toBe('sh took longer than 60 s and was ended');
      await line.end();
    });
  });

  it('does not wait for who left the group and holds on to the output', async () => {
    const line = LifeLine.create();
    const leaver = `
      const { openSync, writeSync } = require('node:fs');
      const { spawn } = require('node:child_process');
      const pipe = openSync(process.argv[1], 'w');
      const child = spawn('sleep', ['60'], {
        detached: true,
        stdio: ['ignore', 'inherit', pipe],
      });
      writeSync(pipe, String(child.pid));
    `;
    const controller = new AbortController();
    const running = failure(
      run({
        command: process.execPath,
        args: ['-e', leaver, line.path],
        signal: controller.signal,
      }),
    );
    const pid = Number(await line.heard());
    controller.abort();
    expect((await running).reason).toEqual({ kind: 'aborted' });
    // Still there, and nothing but this ends it.
    process.kill(pid, 'SIGKILL');
    await line.end();
  });

  it('starts nothing that was cancelled before', async () => {
    const error = await failure(
      run({ command: 'no-such-program', signal: AbortSignal.abort() }),
    );
    expect(error.reason).toEqual({ kind: 'aborted' });
  });
});
