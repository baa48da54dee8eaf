import { parseKustomizeBuildOptions } from './kustomizeBuildOptions';

describe('parseKustomizeBuildOptions', () => {
  it.each([
    ['', []],
    ['--enable-helm', ['--enable-helm']],
    [
      ' --enable-helm=true  --reorder none --load-restrictor=LoadRestrictionsRootOnly',
      [
        '--enable-helm=true',
        '--reorder=none',
        '--load-restrictor=LoadRestrictionsRootOnly',
      ],
    ],
    [
      '--helm-kube-version v1.31.0 --helm-api-versions a.example.com/v1/A --helm-api-versions b/v1',
      [
        '--helm-kube-version=v1.31.0',
        '--helm-api-versions=a.example.com/v1/A',
        '--helm-api-versions=b/v1',
      ],
    ],
  ])('reads %j', (text, expected) => {
    expect(parseKustomizeBuildOptions(text)).toEqual(expected);
  });

  it.each([
    '--enable-alpha-plugins',
    '--enable-exec',
    '--network',
    '--helm-command=/tmp/evil',
    '-o /tmp/x',
    '/etc',
    'constructor',
  ])('refuses %s', text => {
    expect(() => parseKustomizeBuildOptions(text)).toThrow(
      /is not among the options that overlays are previewed with: --enable-helm/,
    );
  });

  it.each([
    '--load-restrictor LoadRestrictionsNone',
    '--load-restrictor=LoadRestrictionsNone',
    '--reorder',
    '--enable-helm=maybe',
    '--helm-kube-version --helm-command=/tmp/evil',
    '--helm-api-versions -x',
  ])('refuses the value of %s', text => {
    expect(() => parseKustomizeBuildOptions(text)).toThrow(/ cannot be "/);
  });
});
