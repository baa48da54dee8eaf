import { ObjectReference } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { manifestsSection } from './manifestsSection';

const object = (kind: string): ObjectReference => ({
  apiVersion: 'v1',
  kind,
  name: 'web',
});

const sectionOf = (before?: ObjectReference, after?: ObjectReference) =>
  manifestsSection(
    {
      changes: [
        {
          change: 'changed',
          before,
          after,
          differences: [],
          patch: '+a: 1\n',
          shortened: false,
        },
      ],
      profile: {
        id: 'p',
        helm: 'v4.3.1',
        kustomize: 'v5.8.3',
        apiVersions: [],
      },
      unchanged: 0,
    },
    { room: 10_000, elsewhere: 'Elsewhere.' },
  );

describe('manifestsSection', () => {
  it.each<
    [string, ObjectReference | undefined, ObjectReference | undefined, string]
  >([
    [
      'added',
      undefined,
      object('</details>'),
      '**Added: \\</details\\> `web`**',
    ],
    [
      'removed',
      object('[a](https://b)'),
      undefined,
      '**Removed: \\[a\\](https://b) `web`**',
    ],
    ['changed', object('**'), object('**'), '**\\*\\* `web`**'],
    [
      'of another kind',
      object('<b>'),
      object('<i>'),
      '**\\<b\\> `web` becomes a \\<i\\>**',
    ],
  ])(
    'shows the kind of what is %s as it is written',
    (_, before, after, title) => {
      const lines = sectionOf(before, after).split('\n');
      expect(lines).toContain(title);
      expect(lines.filter(line => line === '</details>')).toHaveLength(1);
    },
  );
});
