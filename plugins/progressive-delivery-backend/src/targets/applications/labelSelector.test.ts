import { labelSelector } from './labelSelector';

const labels = {
  team: 'agents',
  'app.kubernetes.io/part-of': 'shop',
  tier: '',
};

describe('labelSelector', () => {
  it.each([
    'team=agents',
    'team==agents',
    'team = agents , tier=',
    'team!=web',
    'other!=agents',
    'team in (web, agents)',
    'team in (agents),tier',
    'team notin (web)',
    'other notin (web,agents)',
    '!other',
    'app.kubernetes.io/part-of=shop,! other',
  ])('selects what has all that is asked for: %s', text => {
    expect(labelSelector(text)(labels)).toBe(true);
  });

  it.each([
    'team=web',
    'team!=agents',
    'other',
    '!team',
    'team in (web)',
    'team notin (web,agents)',
    'team=agents,other=agents',
    // No label is taken for one that every object inherits.
    'constructor',
    'toString=x',
  ])('leaves out what lacks any of it: %s', text => {
    expect(labelSelector(text)(labels)).toBe(false);
  });

  it.each(['team=agents web', 'team in agents', '(team)', 'a=b,=c', 'a in (b'])(
    'refuses what the API server would refuse: %s',
    text => {
      expect(() => labelSelector(text)).toThrow(/is not a label selector/);
    },
  );

  it('reads the longest that an entity may ask for', () => {
    expect(() => labelSelector(`${'a '.repeat(499)}(`)).toThrow();
    expect(
      labelSelector(Array.from({ length: 250 }, () => 'a=b').join(','))({
        a: 'b',
      }),
    ).toBe(true);
  });
});
