import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { eventually } from './eventually';
import { isRunning } from './processIdentity';
import { ProcessTable } from './ProcessTable';

describe('ProcessTable, with real processes', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'process-table-'));
  });

  afterEach(async () => {
    await ProcessTable.endAllOf(directory);
    rmSync(directory, { recursive: true, force: true });
  });

  const start = (table: ProcessTable, script: string) =>
    table.start({
      name: 'part',
      command: process.execPath,
      args: ['--eval', script],
      env: {},
      cwd: directory,
    });

  it('lets another terminal end what one has started, children included', async () => {
    const table = ProcessTable.create({ directory });
    const child = join(directory, 'child');
    const started = start(
      table,
      `const { pid } = require('child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
       require('fs').writeFileSync(${JSON.stringify(child)}, String(pid));
       setInterval(() => {}, 1000);`,
    );
    const pid = await eventually(
      'The child is there',
      () => z.coerce.number().positive().parse(readFileSync(child, 'utf8')),
      { seconds: 10 },
    );

    expect(ProcessTable.ownerOf(directory)?.pid).toBe(process.pid);
    expect(await ProcessTable.endAllOf(directory)).toBe(1);

    expect(isRunning(started)).toBe(false);
    await eventually(
      'The child has ended',
      () => expect(() => process.kill(pid, 0)).toThrow('ESRCH'),
      { seconds: 5 },
    );
  });

  it('tells once of a part that ended by itself, with its last words', async () => {
    const table = ProcessTable.create({ directory });
    start(table, 'console.error("cannot listen"); process.exit(3)');
    const [ended] = await eventually(
      'The part has ended',
      () => {
        const all = table.takeEnded();
        expect(all).toHaveLength(1);
        return all;
      },
      { seconds: 10 },
    );
    expect(table.lastLines(ended)).toBe('cannot listen');
    expect(table.takeEnded()).toEqual([]);
  });

  it('leaves a program alone that only has the id of one that is gone', async () => {
    const table = ProcessTable.create({ directory });
    const started = start(table, 'setInterval(() => {}, 1000)');
    table.add([{ ...started, name: 'stale', startTime: '1' }]);
    expect(isRunning({ pid: started.pid, startTime: '1' })).toBe(false);
    expect(isRunning(started)).toBe(true);
  });
});
