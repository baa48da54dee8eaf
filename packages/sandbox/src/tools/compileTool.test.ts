import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runToEnd } from '../processes/runToEnd';
import { compileTool } from './compileTool';
import { planBuild } from './planBuild';
import { type PlacedTool, Toolbox } from './Toolbox';

jest.setTimeout(120_000);

describe('planBuild and compileTool', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pd-go-build-'));
    await write('go.mod', 'module example.com/two\n\ngo 1.21\n');
    await write(
      'shared/shared.go',
      // Differs each time, or it would be in Go's cache.
      `package shared\n\n// ${folder}\nvar Greeting = "none"\n`,
    );
    for (const name of ['one', 'other']) {
      await write(
        `${name}/v2/main.go`,
        'package main\n\nimport "example.com/two/shared"\n\nfunc main() { print(shared.Greeting) }\n',
      );
    }
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(path: string, text: string) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  function tools(): PlacedTool[] {
    const module = {
      name: 'two',
      tools: ['one', 'other'].map(name => ({
        name: `the-${name}`,
        package: `example.com/two/${name}/v2`,
        variables: { 'example.com/two/shared.Greeting': `${name} ${folder}` },
      })),
      assets: [],
    };
    return module.tools.map(tool => ({
      tool,
      module,
      source: folder,
      goVersion: Toolbox.create().tools[0].goVersion,
      binary: join(folder, 'cache', 'bin', tool.name),
    }));
  }

  it('plans what is not compiled yet, compiles what two programs share once, and builds each with its link flags', async () => {
    const plan = await planBuild(tools(), {});
    expect(plan.get('example.com/two/one/v2')).toBeGreaterThan(50);

    const compiled: string[] = [];
    for (const placed of tools()) {
      await compileTool(placed, { onPackage: path => compiled.push(path) });
      const { stderr } = await runToEnd(placed.binary);
      expect(stderr).toMatch(
        new RegExp(`^${placed.tool.name.slice('the-'.length)} .*/pd-go-build-`),
      );
    }
    expect([...plan.keys()]).toEqual(expect.arrayContaining(compiled));
    expect(compiled.filter(path => path.endsWith('/shared'))).toHaveLength(1);
    expect(await planBuild(tools(), {})).toEqual(
      new Map(
        // Programs are linked each time.
        [...plan].filter(([path]) => path.endsWith('/v2')),
      ),
    );
  });

  it('says what the compiler said, and leaves nothing behind', async () => {
    await write(
      'other/v2/main.go',
      'package main\n\nfunc main() { nowhere() }',
    );
    const [, other] = tools();
    await expect(compileTool(other, {})).rejects.toThrow('undefined: nowhere');
    expect(readdirSync(dirname(other.binary))).toEqual([]);
  });
});
