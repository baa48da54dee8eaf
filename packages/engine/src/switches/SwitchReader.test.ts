import { ChartValues } from './describeSwitches';
import { readSwitches } from './readSwitches';
import { SwitchReader } from './SwitchReader';

const FILE = 'apps/agents/values.yaml';

const chart = (text: string): ChartValues => ({
  defaults: {
    path: 'charts/agents/values.yaml',
    text: 'a:\n  progressiveDelivery:\n    enabled: false\nb:\n  progressiveDelivery:\n    enabled: false\n',
  },
  layers: [{ kind: 'file', path: FILE, text }],
  ownValues: false,
});

// A thread that reads TypeScript takes its time to start.
jest.setTimeout(60_000);

describe('readSwitches', () => {
  it('flips each switch in the last values file', () => {
    const text = 'a:\n  progressiveDelivery: { enabled: on } # ours\n';
    const switches = readSwitches(chart(text));
    expect(switches.map(({ flipped }) => flipped)).toEqual([
      {
        state: 'edited',
        before: text,
        after: 'a:\n  progressiveDelivery: { enabled: false } # ours\n',
      },
      {
        state: 'edited',
        before: text,
        after: `${text}b:\n  progressiveDelivery:\n    enabled: true\n`,
      },
    ]);
  });

  it('flips one of a file that is given twice in the text that wins', () => {
    const { layers, ...others } = chart('a: {}\n');
    const twice = { ...others, layers: [...layers, ...layers] };
    expect(readSwitches(twice)[0].flipped).toMatchObject({
      before: 'a: {}\n',
      after: 'a: {progressiveDelivery: {enabled: true}}\n',
    });
  });

  it('says why one cannot be flipped, and flips the others', () => {
    const text = 'c: &c {}\na: *c\n';
    const [a, b] = readSwitches(chart(text));
    expect(a.flipped).toEqual({
      state: 'refused',
      because: {
        id: 'isAlias',
        parameters: { at: 'a', line: 2, anchor: 'c' },
        text: 'a (line 2) is the alias *c',
      },
    });
    expect(b.flipped).toMatchObject({ state: 'edited' });
  });

  it('flips none that an edit would not reach', () => {
    const { layers, ...others } = chart('');
    const inline = {
      kind: 'inline' as const,
      field: 'helm.valuesObject',
      owner: 'Application agents',
      values: { a: { progressiveDelivery: { enabled: true } } },
    };
    const [a, b] = readSwitches({ ...others, layers: [...layers, inline] });
    expect(a).toMatchObject({
      shadowedBy: { field: 'helm.valuesObject', owner: 'Application agents' },
      flipped: undefined,
    });
    expect(b.flipped).toBeDefined();
    expect(
      readSwitches({ ...others, layers: [] }).map(({ flipped }) => flipped),
    ).toEqual([undefined, undefined]);
  });
});

describe('SwitchReader', () => {
  it('reads the same as would be read here', async () => {
    const text = 'a:\r\n  progressiveDelivery: {enabled: "no"}\r\n';
    const reader = SwitchReader.create();
    expect(await reader.switchesOf(chart(text))).toEqual(
      JSON.parse(JSON.stringify(readSwitches(chart(text)))),
    );
  });

  it('reads the same values once, and others anew', async () => {
    const reader = SwitchReader.create();
    const [first, together] = await Promise.all([
      reader.switchesOf(chart('a: {}\n')),
      reader.switchesOf(chart('a: {}\n')),
    ]);
    expect(together).toBe(first);
    expect(await reader.switchesOf(chart('a: {}\n'))).toBe(first);
    expect(await reader.switchesOf(chart('b: {}\n'))).not.toEqual(first);
  });

  it('refuses with the sentence that says where', async () => {
    await expect(
      SwitchReader.create().switchesOf(chart('a: [\n')),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^Cannot preview: apps\/agents\/values\.yaml is not valid YAML, line 2/,
      ),
      problem: {
        id: 'cannotPreview',
        parameters: { because: { id: 'yamlInvalid', parameters: { line: 2 } } },
      },
    });
  });

  it('refuses what takes too long, and names the files', async () => {
    const lines = Array.from({ length: 15_000 }, (_, index) => `k${index}: 1`);
    const reader = SwitchReader.create({ timeLimit: 20 });
    await expect(
      reader.switchesOf(chart(lines.join('\n'))),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: `Cannot preview: charts/agents/values.yaml, ${FILE} took longer than 0.02 s to read`,
    });
  });

  it('ends for who does not want to know any more', async () => {
    const reader = SwitchReader.create();
    const controller = new AbortController();
    const left = reader.switchesOf(chart(''), { signal: controller.signal });
    controller.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(await reader.switchesOf(chart(''))).toHaveLength(2);
  });
});
