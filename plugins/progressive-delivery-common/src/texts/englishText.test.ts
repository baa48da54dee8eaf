import { waitSchema } from '../rollouts/wait';
import { englishText, parameterText, toMessage } from './englishText';

describe('parameterText', () => {
  it('writes lists with commas, and durations as Go does', () => {
    expect(parameterText('web-0')).toBe('web-0');
    expect(parameterText(3)).toBe('3');
    expect(parameterText(['stable', 'canary'])).toBe('stable, canary');
    expect(parameterText({ seconds: 3661 })).toBe('1h1m1s');
    expect(parameterText({ seconds: 0 })).toBe('0s');
  });
});

describe('englishText', () => {
  it('knows nothing of an id of a later version, or of one that every object has', () => {
    const parameters = {};
    expect(englishText('wait', { id: 'eclipse', parameters })).toBeUndefined();
    expect(englishText('wait', { id: 'toString', parameters })).toBeUndefined();
  });
});

describe('a text on the wire', () => {
  it('has its English beside it', () => {
    const wait = toMessage('wait', { id: 'promotion', parameters: {} });
    expect(wait.text).toBe('Waiting for promotion');
    expect(waitSchema.parse(wait)).toEqual(wait);
  });

  it('is its English where a later version has brought its id, or changed its parameters', () => {
    const text = 'Waiting for an eclipse';
    const unknown = { id: 'unknown', parameters: {}, text };
    expect(
      waitSchema.parse({ id: 'eclipse', parameters: { of: 'moon' }, text }),
    ).toEqual(unknown);
    expect(waitSchema.parse({ id: 'promotion', text })).toEqual(unknown);
  });
});
