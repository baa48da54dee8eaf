import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helmOf } from '../../adoption/__testUtils__/helmTools';
import { LifeLine } from '../../processes/__testUtils__/LifeLine';
import { defaultRenderLimits } from '../../RenderLimits';
import { AdoptionInput, ChartAdoptions } from './ChartAdoptions';

// Threads read TypeScript first.
jest.setTimeout(120_000);

const CHART = {
  'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'values.yaml': 'replicas: 2\n',
  'templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers: [{ name: web, image: nginx }]
`,
};

describe('ChartAdoptions', () => {
  let directory: string;
  let adoptions: ChartAdoptions;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'adoptions-'));
    adoptions = ChartAdoptions.create({ limits: defaultRenderLimits });
  });
  afterEach(async () => {
    await adoptions.close();
    rmSync(directory, { recursive: true });
  });

  const input = (
    helm: string,
    chart: Record<string, string> = CHART,
  ): AdoptionInput => ({
    queue: 'web',
    chart: {
      files: new Map(
        Object.entries(chart).map(([path, text]) => [path, Buffer.from(text)]),
      ),
      identity: Object.entries(chart).map(([path, text]) => [
        path,
        '100644',
        text,
      ]),
    },
    values: [],
    release: undefined,
    tools: {
      helm,
      kustomize: 'none',
      profile: {
        id: '1',
        helm,
        kustomize: 'none',
        kubeVersion: undefined,
        apiVersions: [],
      },
    },
  });

  const script = async (name: string, text: string) => {
    const path = join(directory, name);
    await writeFile(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${text}\n`, {
      mode: 0o755,
    });
    return path;
  };
  /** Says in which folder it renders, and never ends by itself. */
  const stuckHelm = async (name: string) => {
    const line = LifeLine.create();
    const helm = await script(
      name,
      `[ "$1" = version ] && exec ${helmOf('helm')} "$@"
exec 3>>"${line.path}"; echo "$HOME" >&3; sleep 60 & wait`,
    );
    return { helm, line };
  };
  /** Which writes a line of each time that it is run. */
  const countedHelm = async (then: string) => {
    const file = join(directory, 'runs');
    const helm = await script('counted', `echo run >>"${file}"\n${then}`);
    return {
      helm,
      runs: () =>
        existsSync(file)
          ? readFileSync(file, 'utf8').split('\n').length - 1
          : 0,
    };
  };

  it('leaves nothing behind where nobody waits any longer, and holds its turn until then', async () => {
    const [first, second, third] = [
      await stuckHelm('first'),
      await stuckHelm('second'),
      await stuckHelm('third'),
    ];
    const controllers = [0, 1, 2].map(() => new AbortController());
    const asked = [first, second, third].map(({ helm }, index) =>
      adoptions
        .adopt(input(helm), { signal: controllers[index].signal })
        .catch(String),
    );
    const home = await first.line.heard();
    await second.line.heard();
    controllers[0].abort(new Error('gone'));
    expect(await asked[0]).toBe('Error: gone');
    await third.line.heard();
    expect(existsSync(home)).toBe(false);
    await first.line.end();
    await adoptions.close();
    await Promise.all([second.line.end(), third.line.end()]);
  });

  it('is over when its time is up, and remembers that', async () => {
    adoptions = ChartAdoptions.create({
      limits: defaultRenderLimits,
      seconds: 4,
    });
    const { helm, line } = await stuckHelm('stuck');
    const asked = adoptions.adopt(input(helm));
    const home = await line.heard();
    const adoption = await asked;
    expect(adoption).toMatchObject({
      state: 'refused',
      because: [{ id: 'tookTooMuch', parameters: { seconds: 4 } }],
    });
    expect(existsSync(home)).toBe(false);
    await line.end();
    expect(await adoptions.adopt(input(helm))).toBe(adoption);
  });

  it('remembers a Helm that does not run', async () => {
    const { helm, runs } = await countedHelm('exit 1');
    for (let time = 0; time < 2; time++) {
      await expect(adoptions.adopt(input(helm))).rejects.toThrow(
        'The helm of the backend does not run',
      );
    }
    expect(runs()).toBe(1);
  });

  it('remembers a chart that is refused by an error', async () => {
    const { helm, runs } = await countedHelm(`exec ${helmOf('helm')} "$@"`);
    const odd = input(helm, { ...CHART, '../odd': '' });
    await expect(adoptions.adopt(odd)).rejects.toThrow(
      '../odd is no path of a file in a chart',
    );
    const before = runs();
    await expect(adoptions.adopt(odd)).rejects.toThrow('../odd');
    expect(runs()).toBe(before);
  });

  it('remembers nothing of what nobody waited for', async () => {
    const { helm, line } = await stuckHelm('stuck');
    const controller = new AbortController();
    const asked = adoptions.adopt(input(helm), { signal: controller.signal });
    await line.heard();
    controller.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    await line.end();
    await script('stuck', `exec ${helmOf('helm')} "$@"`);
    expect(await adoptions.adopt(input(helm))).toMatchObject({
      state: 'prepared',
    });
  });
});
