import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTool } from '../__testUtils__/renderTools';
import { canRun, helmOfKnownVersion, writeProgram } from './helmOfKnownVersion';

describe('helmOfKnownVersion', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "progressive delivery's "));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const write = (helm: string, version: string) =>
    writeProgram(
      join(directory, 'helm-of-known-version'),
      helmOfKnownVersion(helm, version)!,
    );
  const run = (command: string, ...args: string[]) => {
    try {
      return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
  };

  it.each([
    { tool: 'helm', args: ['version', '--short'] },
    { tool: 'helm', args: ['version', '-c', '--short'] },
    { tool: 'helm', args: ['version', '--template', '{{.Version}} of helm'] },
    { tool: 'helm', args: ['template', "it's", '/nowhere at all'] },
    { tool: 'helm3', args: ['version', '-c', '--short'] },
    { tool: 'helm3', args: ['version', '--short'] },
  ] as const)('answers as $tool does: $args', async ({ args, tool }) => {
    const helm = renderTool(tool);
    const version = run(helm, 'version', '--template', '{{.Version}}');
    const known = await write(helm, version);
    expect(run(known, ...args).trim()).toBe(run(helm, ...args).trim());
  });

  it('does not start helm to say its version', async () => {
    const known = await write('/nowhere/helm', 'v4.3.1');
    expect(run(known, 'version', '--short')).toBe('v4.3.1\n');
    expect(run(known, 'version')).toMatch(/not found|No such file/);
  });

  it('starts a helm whose path holds spaces and quotes', async () => {
    const helm = await writeProgram(
      join(directory, `a "helm" of 'mine' $HOME`),
      '#!/bin/sh\necho "helm: $*"\n',
    );
    const known = await write(helm, 'v4.3.1');
    expect(run(known, 'template', '.')).toBe('helm: template .\n');
  });

  it('is not made of a version that could be anything else', () => {
    expect(helmOfKnownVersion('/bin/helm', "v4'; rm -rf /")).toBeUndefined();
    expect(helmOfKnownVersion('/bin/helm', '')).toBeUndefined();
  });

  it('is used where it runs only', async () => {
    const program = helmOfKnownVersion('/bin/helm', 'v4.3.1')!;
    expect(await canRun(program, 'v4.3.1')).toBe(true);
    expect(
      await canRun(program.replace('/bin/sh', '/nowhere/sh'), 'v4.3.1'),
    ).toBe(false);
  });
});
