import { parseManifests } from '../manifests/manifests';
import { SecretTexts } from './secretTexts';

const secret = (value: string, name = 'a') =>
  parseManifests(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name },
      stringData: { value },
    }),
  );

describe('SecretTexts', () => {
  it('finds what a Secret holds in other texts, however it is written there', () => {
    const texts = SecretTexts.of(secret('pa"ssword'), secret('pa"ssword'));
    expect(texts.mask('mongodb://me:pa"ssword@db')).toBe('mongodb://me:***@db');
    expect(texts.mask('{"a":"pa\\"ssword"}')).toBe('{"a":"***"}');
    expect(texts.mask(Buffer.from('pa"ssword').toString('base64'))).toBe('***');
    expect(texts.mask('password')).toBe('password');
  });

  it('finds what data holds, decoded', () => {
    const [manifest] = parseManifests(
      `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { a: ${Buffer.from(
        'hunter2!',
      ).toString('base64')} }`,
    );
    const texts = SecretTexts.of([manifest], [manifest]);
    expect(texts.mask('it is hunter2!')).toBe('it is ***');
  });

  it('finds Secrets that other objects embed', () => {
    const [manifest] = parseManifests(
      'apiVersion: example.com/v1\nkind: Bundle\nmetadata: { name: a }\nspec: { manifests: [{ apiVersion: v1, kind: Secret, stringData: { a: embedded-one } }] }',
    );
    expect(SecretTexts.of([], [manifest]).mask('embedded-one')).toBe(
      '*** (after)',
    );
  });

  it('tells which side has it, and the longest of several', () => {
    const texts = SecretTexts.of(secret('secret-1'), secret('secret-123'));
    expect(texts.mask('secret-1 secret-123')).toBe('*** (before) *** (after)');
  });

  it('leaves what is too short and what objects are called', () => {
    const texts = SecretTexts.of(
      [...secret('agents-db', 'agents-db'), ...secret('true')],
      [],
    );
    expect(texts.mask('agents-db is true')).toBe('agents-db is true');
  });

  it('finds each of several lines', () => {
    expect(
      SecretTexts.of([], secret('-- begin --\nMIIEpAIBAAKCAQEA\n')).mask(
        '    MIIEpAIBAAKCAQEA',
      ),
    ).toBe('    *** (after)');
  });

  it('rather hides too much than to take long over texts that were made to be alike', () => {
    const texts = SecretTexts.from(
      Array.from({ length: 10_000 }, (_, index) => `aaaaaa${index}`),
    );
    expect(texts.mask(`x${'a'.repeat(1_000_000)}`)).toBe('x***');
  });
});
