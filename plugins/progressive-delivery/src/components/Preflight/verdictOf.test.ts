import {
  forbidden,
  preflight,
  pruneLastMissing,
  scalerLeftBehind,
  teamLabelMissing,
} from '../../__testUtils__/preflight';
import { verdictOf } from './verdictOf';

describe('verdictOf', () => {
  it('is what matters most', () => {
    const findings = [teamLabelMissing, scalerLeftBehind];
    expect(verdictOf(preflight({ findings }))).toBe('warn');
    expect(
      verdictOf(
        preflight({ findings: [...findings, pruneLastMissing('web')] }),
      ),
    ).toBe('block');
    expect(verdictOf(preflight({ findings: [teamLabelMissing] }))).toBe('info');
  });

  it('is clear where everything was looked at and nothing was found', () => {
    expect(verdictOf(preflight())).toBe('clear');
  });

  it.each([
    ['a check could not look', preflight({ unchecked: [forbidden('a')] })],
    [
      'one could not look and another found little',
      preflight({ unchecked: [forbidden('a')], findings: [teamLabelMissing] }),
    ],
    [
      'no check looked',
      { ...preflight(), summary: { looked: 0, found: 0, couldNotLook: 0 } },
    ],
    [
      'what was found cannot be read',
      { ...preflight(), summary: { looked: 9, found: 1, couldNotLook: 0 } },
    ],
  ])('is incomplete where %s', (_, incomplete) => {
    expect(verdictOf(incomplete)).toBe('incomplete');
  });

  it('takes a severity of a later version for a warning', () => {
    expect(
      verdictOf(
        preflight({ findings: [{ ...scalerLeftBehind, severity: 'unknown' }] }),
      ),
    ).toBe('warn');
  });
});
