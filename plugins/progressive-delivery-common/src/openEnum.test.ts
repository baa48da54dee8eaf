import { openEnum } from './openEnum';

describe('openEnum', () => {
  it('takes what it does not know for the word that stands for it', () => {
    const schema = openEnum(['Healthy', 'Degraded'], 'Unknown');
    expect(schema.parse('Healthy')).toBe('Healthy');
    expect(schema.parse('Unknown')).toBe('Unknown');
    expect(schema.parse('Hibernating')).toBe('Unknown');
  });
});
