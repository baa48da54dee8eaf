import { existsSync } from 'node:fs';
import { Benchmark } from './Benchmark';
import { runBenchmark } from './runBenchmark';

const row = {
  id: 'one',
  what: 'one / one',
  value: 1,
  unit: 'ratio',
  bar: { atMost: 2 },
};

describe('runBenchmark', () => {
  const log = jest.fn();
  let directory: string;
  let ended: jest.Mock;
  const run = (work: Benchmark['run'], signal = new AbortController().signal) =>
    runBenchmark(
      'example',
      {
        description: 'An example.',
        run: context => {
          directory = context.directory;
          context.atEnd(ended);
          return work(context);
        },
      },
      { log, signal },
    );

  beforeEach(() => {
    ended = jest.fn();
  });

  it('reports the rows, at which commit and on which machine', async () => {
    const report = await run(async () => {
      expect(existsSync(directory)).toBe(true);
      return [row];
    });
    expect(report.toJSON()).toMatchObject({
      name: 'example',
      commit: expect.stringMatching(/^[0-9a-f]{40}(-dirty)?$/),
      machine: expect.stringContaining(process.versions.node),
      rows: [{ id: 'one', holds: true }],
    });
    expect(ended).toHaveBeenCalledTimes(1);
    expect(existsSync(directory)).toBe(false);
  });

  it('ends what was started when it fails', async () => {
    await expect(
      run(async () => {
        throw new Error('no API server');
      }),
    ).rejects.toThrow('no API server');
    expect(ended).toHaveBeenCalledTimes(1);
    expect(existsSync(directory)).toBe(false);
  });

  it('ends what was started when it is interrupted, and waits for nothing else', async () => {
    const interrupted = new AbortController();
    const running = run(() => new Promise(() => {}), interrupted.signal);
    setTimeout(() => interrupted.abort(new Error('Ended by SIGINT')), 100);
    await expect(running).rejects.toThrow('Ended by SIGINT');
    expect(ended).toHaveBeenCalledTimes(1);
    expect(existsSync(directory)).toBe(false);
  });
});
