import { ConflictError, InputError } from '@backstage/errors';
import { preflightChecks } from '@progressive-delivery/engine';
import { CustomChecks } from './CustomChecks';

const check = (id: string) => ({
  id,
  severity: 'warn' as const,
  run: () => [],
});

describe('CustomChecks', () => {
  it('adds checks to our own', () => {
    const checks = CustomChecks.create();
    checks.addCheck(check('team-label'));
    expect(checks.all.map(({ id }) => id)).toEqual([
      ...preflightChecks.map(({ id }) => id),
      'team-label',
    ]);
  });

  it.each(['team-label', preflightChecks[0].id])('refuses a second %s', id => {
    const checks = CustomChecks.create();
    expect(() => {
      checks.addCheck(check(id));
      checks.addCheck(check(id));
    }).toThrow(ConflictError);
  });

  it.each(['', 'Team', 'team_label', 'team-', '__proto__'])(
    'refuses the id "%s"',
    id => {
      expect(() => CustomChecks.create().addCheck(check(id))).toThrow(
        InputError,
      );
    },
  );
});
