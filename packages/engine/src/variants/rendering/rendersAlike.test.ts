import { Layout } from '../../git/trees/Layout';
import { LaidOutTarget } from './TargetLayouts';
import { rendersAlike } from './rendersAlike';

const alike = (path: string, text: string) =>
  rendersAlike({
    sources: [
      {
        layout: {
          files: new Map([[path, {}]]),
          read: () => Buffer.from(text),
        } as unknown as Layout,
        refLayouts: new Map(),
      },
    ],
  } as unknown as LaidOutTarget);

const TEMPLATE = 'charts/a/templates/a.yaml';

describe('rendersAlike', () => {
  it.each([
    '{{ randAlphaNum 5 }}',
    'name: test-{{ randAlpha 5 | lower }}',
    '{{- $ca := genCA "a" 365 -}}',
    '{{ now | date "20060102" }}',
    '{{ $at := (now) }}',
    '{{ uuidv4 }}',
    '{{ htpasswd "a" .Values.password }}',
    '{{ with lookup "v1" "Secret" "a" "b" }}',
    '{{ .Values.a }} now {{ now }}',
    '{{ now',
  ])('doubts %s', async text => {
    expect(await alike(TEMPLATE, text)).toBe(false);
    expect(await alike('overlay/values.yaml', text)).toBe(false);
  });

  it.each([
    '{{ .Values.a }} now and then, lookup, uuidv4',
    '{{ .Values.generation }}',
    '{{ .Values.nowhere }}',
    '{{ include "randomly.named" . }}',
    'now',
    '',
  ])('is sure of %j', async text => {
    expect(await alike(TEMPLATE, text)).toBe(true);
  });

  it('is sure of definitions of resources, which are no templates', async () => {
    expect(await alike('charts/a/crds/a.yaml', '{{ now }}')).toBe(true);
  });

  it('does not look through what is very large, and doubts it', async () => {
    const large = ' '.repeat(1024 * 1024);
    expect(await alike(TEMPLATE, `{{ .Values.a }}${large}`)).toBe(false);
    expect(await alike(TEMPLATE, large)).toBe(true);
  });
});
