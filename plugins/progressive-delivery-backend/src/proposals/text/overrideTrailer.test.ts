import { overrideIn, overrideTrailer } from './overrideTrailer';

const override = {
  findings: [
    {
      id: 'prune-last-live',
      object: {
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        cluster: 'main',
      },
    },
  ],
  reason: 'A maintenance window',
};
const message = (...lines: string[]) =>
  ['Turn it on', '', ...lines, 'Requested-by: user:default/guest'].join('\n');

describe('what was overridden', () => {
  it('stands in the message of the commit', () => {
    expect(overrideIn(message(overrideTrailer(override)))).toEqual({
      state: 'overridden',
      ...override,
    });
    expect(overrideIn(message())).toEqual({ state: 'none' });
  });

  it.each([
    'Fixes #12, closes: @team/ops\n\nPreflight-Override: {}',
    '\fix it \resolves it \\closed it "quoted" \\ back\u2028slash',
    'Ändert nichts \u202e\u{e0041} 🚀 !4 ~label %milestone',
  ])('keeps the reason %j, on one line that no Git host acts on', reason => {
    const line = overrideTrailer({ ...override, reason });
    expect(line).not.toMatch(/[\r\n@#!~%$&^\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(line).not.toMatch(/\b(clos|fix|resolv)\w+:?\s/i);
    expect(overrideIn(message(line))).toEqual({
      state: 'overridden',
      ...override,
      reason,
    });
  });

  it.each(['not JSON', '{"findings":"all","reason":"none"}'])(
    'is unknown where somebody wrote %s',
    said => {
      expect(overrideIn(message(`Preflight-Override: ${said}`))).toEqual({
        state: 'unknown',
      });
    },
  );
});
