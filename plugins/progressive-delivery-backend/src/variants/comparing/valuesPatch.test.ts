import { SecretTexts } from '../secrets/secretTexts';
import { valuesPatch } from './valuesPatch';

const patch = (before: string, secrets: string[] = []) =>
  valuesPatch(
    {
      file: 'values.yaml',
      before,
      after: before.replace('enabled: false', 'enabled: true'),
    },
    SecretTexts.from(secrets),
  );

describe('valuesPatch', () => {
  it('shows the change and where it is', () => {
    expect(patch('replicas: 3\nprogressiveDelivery:\n  enabled: false\n')).toBe(
      [
        '--- a/values.yaml',
        '+++ b/values.yaml',
        '@@ -1,3 +1,3 @@',
        ' replicas: 3',
        ' progressiveDelivery:',
        '-  enabled: false',
        '+  enabled: true',
        '',
      ].join('\n'),
    );
  });

  it('masks what Secrets hold, and what is likely to be secret, around it', () => {
    const lines = patch(
      [
        'tls:',
        '  private-key: |',
        '    -----BEGIN PRIVATE KEY-----',
        '    MIIEpAIBAAKCAQEA',
        'url: mongodb://me:known-one@db # known-one',
        'progressiveDelivery:',
        '  enabled: false # by hand',
        '"apiKey": "abcdef"',
        '- clientSecret: {a: b}',
        'tokens:',
        '  - one',
        '  - name: two',
        '    on: true',
        '',
      ].join('\n'),
      ['known-one'],
    ).split('\n');
    expect(lines.slice(3)).toEqual([
      '     ***',
      ' url: mongodb://me:***@db # ***',
      ' progressiveDelivery:',
      '-  enabled: false # by hand',
      '+  enabled: true # by hand',
      ' "apiKey": ***',
      ' - clientSecret: ***',
      ' tokens:',
      '',
    ]);
  });

  it('shows what a switch stands in, whatever it is called', () => {
    expect(
      patch(
        'secretBinding:\n  url: https://x\n  progressiveDelivery:\n    # on or off\n    enabled: false\n    name: a\n',
      ).split('\n'),
    ).toEqual([
      '--- a/values.yaml',
      '+++ b/values.yaml',
      '@@ -2,5 +2,5 @@',
      '   url: ***',
      '   progressiveDelivery:',
      '     ***',
      '-    enabled: false',
      '+    enabled: true',
      '     name: ***',
      '',
    ]);
  });

  it.each([
    'existingSecretName',
    'passwordFile',
    'tokenTTL',
    'monkey',
    'author',
  ])('shows %s, which is none', key => {
    expect(patch(`${key}: shown\nenabled: false\n`)).toContain(
      ` ${key}: shown\n`,
    );
  });

  it('is empty where nothing changes', () => {
    expect(patch('a: b\n')).toBe('');
  });
});
