import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Toolbox } from '@progressive-delivery/sandbox';
import { loadYaml } from './loadYaml';

const SCALARS = [
  ...['yes', 'Yes', 'YES', 'yEs', 'y', 'Y', 'on', 'On', 'ON', 'true', 'TRUE'],
  ...['no', 'No', 'n', 'N', 'off', 'Off', 'false', 'False', 'faLse'],
  ...['"yes"', "'no'", '"false"', '!!str off', '!!bool yes', '! no', '!x no'],
  ...['~', 'null', 'Null', 'nUll', '', '""', '"~"', '!!null ""'],
  ...['0', '-0', '+5', '-7', '007', '08', '0644', '0o17', '0O17', '0x1F'],
  ...['0X1f', '-0x1F', '0b11', '-0b11', '0_8', '0x_1F', '1_000', '1__0'],
  ...['1e3', '5e+3', '1e-3', '1.', '1.50', '.5', '-.5', '+.5', '._5', '.5_0'],
  ...['1_000.5', '5.e3', '1e999', '0x', '1:30', '190:20:30', '1.2.3', '-', '.'],
  ...['2020-01-01', '2001-12-14t21:59:43.10-05:00', '=', '<<', '1,000'],
  ...[
    '!!int "5"',
    '!!float 3',
    '!!binary aGk=',
    'a b',
    '!!timestamp 2020-01-01',
  ],
].filter(scalar => scalar !== '-');

/** What a template sees: the kind and the value of each. */
const TEMPLATE = `seen:
{{- range $index, $value := .Values.scalars }}
  - {{ list (kindOf $value) $value (ternary "on" "off" (not (not $value))) | toJson | quote }}
{{- end }}
`;

jest.setTimeout(60_000);

describe('goScalar', () => {
  it.each(['helm', 'helm3'] as const)('reads every scalar as %s does', tool => {
    const directory = mkdtempSync(join(tmpdir(), 'scalars-'));
    try {
      mkdirSync(join(directory, 'templates'));
      writeFileSync(
        join(directory, 'Chart.yaml'),
        'apiVersion: v2\nname: scalars\nversion: 1.0.0\n',
      );
      writeFileSync(join(directory, 'templates/seen.yaml'), TEMPLATE);
      const text = `scalars:\n${SCALARS.map(each => `  - ${each}\n`).join('')}`;
      writeFileSync(join(directory, 'given.yaml'), text);
      const output = execFileSync(
        Toolbox.create().tool(tool),
        ['template', directory, '--values', join(directory, 'given.yaml')],
        { encoding: 'utf8' },
      );
      const { seen } = loadYaml(output) as { seen: string[] };
      const { scalars } = loadYaml(text) as { scalars: unknown[] };
      const told = (value: unknown, index: number) => [
        SCALARS[index],
        kindOf(value),
        value,
        value ? 'on' : 'off',
      ];
      expect(scalars.map(told)).toEqual(
        seen.map((each, index) => [SCALARS[index], ...JSON.parse(each)]),
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('keeps whole numbers that JavaScript cannot hold as the texts that they are', () => {
    expect(loadYaml('a: 12345678901234567890\nb: -9007199254740993')).toEqual({
      a: '12345678901234567890',
      b: '-9007199254740993',
    });
  });
});

function kindOf(value: unknown): string {
  if (value === null) {
    return 'invalid';
  }
  return (
    { boolean: 'bool', number: 'float64' }[typeof value as string] ?? 'string'
  );
}
