import { ConfigReader } from '@backstage/config';
import { allowRuleWarnings } from './allowRule';
import { readConfig } from './config';

const read = (...allow: object[]) =>
  readConfig(new ConfigReader({ progressiveDelivery: { allow } })).allow;
const target = {
  projects: ['platform'],
  repositories: ['https://git.example.com/platform/*'],
  namespaces: ['agents'],
};

describe('a rule of progressiveDelivery.allow', () => {
  it('is read with references as the catalog writes them', () => {
    expect(
      read({
        ...target,
        entities: ['Component:agents'],
        owners: ['platform', 'User:default/Jane'],
      }),
    ).toEqual([
      {
        ...target,
        entities: ['component:default/agents'],
        owners: ['group:default/platform', 'user:default/jane'],
      },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['nobody', target, /allow\.0: say whom it allows: at least one of/],
    [
      'an unknown field',
      { ...target, owners: ['a'], cluster: ['hub'] },
      /allow\.0: Unrecognized key: "cluster"/,
    ],
    ...(['projects', 'repositories', 'namespaces'] as const).map(
      (field): [string, object, RegExp] => [
        `no ${field}`,
        { ...target, owners: ['a'], [field]: undefined },
        new RegExp(`allow\\.0\\.${field}: .*expected (nonoptional|array)`),
      ],
    ),
    [
      'empty lists',
      { ...target, owners: [], clusters: [] },
      /allow\.0\.owners: Too small.*allow\.0\.clusters: Too small/,
    ],
    [
      'a part of a namespace',
      { ...target, owners: ['a'], namespaces: ['agents-*'] },
      /allow\.0\.namespaces\.0: write \* alone for everything/,
    ],
    [
      'a part of an entity',
      { ...target, entities: ['component:default/*'] },
      /allow\.0\.entities\.0: "component:default\/\*" is not an entity reference/,
    ],
    [
      'an entity without kind',
      { ...target, entities: ['agents'] },
      /"agents" is not an entity reference, such as component:default\/agents/,
    ],
    [
      'a location without type',
      { ...target, locations: ['https //x'] },
      /allow\.0\.locations\.0: write a location as the catalog has it/,
    ],
  ])('stops the start with %s, and says why', (_, rule, reason) => {
    expect(() => read(rule)).toThrow(reason);
  });
});

describe('allowRuleWarnings', () => {
  const anyone = { entities: ['*'] };
  it.each<[string, object, number]>([
    ['owners alone', { owners: ['platform'] }, 1],
    ['owners of any entity', { ...anyone, owners: ['platform'] }, 1],
    ['owners from any location', { locations: ['*'], owners: ['platform'] }, 1],
    [
      'owners in one location',
      { locations: ['url:https://git.example.com/a/*'], owners: ['platform'] },
      0,
    ],
    ['an entity', { entities: ['component:default/agents'] }, 0],
    ['everybody', { owners: ['*'] }, 0],
  ])('of %s', (_, by, expected) => {
    const warnings = allowRuleWarnings(read({ ...target, ...by }));
    expect(warnings).toHaveLength(expected);
    for (const warning of warnings) {
      expect(warning).toMatch(
        /^progressiveDelivery\.allow\.0 allows by owners alone/,
      );
    }
  });
});
