import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { PreparationContent, preparationTexts } from './preparationTexts';

const content: PreparationContent = {
  chart: { name: 'web', directory: 'charts/web' },
  target: { id: 'main.argocd.web', title: 'web' },
  base: { branch: 'main' },
  adoption: {
    state: 'prepared',
    changes: [],
    workloads: [
      {
        template: 'templates/web.yaml',
        line: 2,
        switchPath: 'progressiveDelivery.enabled',
        replicasAdded: false,
      },
    ],
    proof: {
      values: [
        toMessage('adoptionValues', { id: 'own', parameters: {} }),
        toMessage('adoptionValues', {
          id: 'named',
          parameters: { name: 'apps/web/values.yaml' },
        }),
      ],
      workloads: ['Deployment web'],
      schema: false,
    },
    notes: [],
  },
  notes: [],
  entityRef: 'component:default/web',
  requestedBy: 'user:default/guest',
};

const write = (
  other: Partial<PreparationContent> = {},
  appUrl: string | undefined = 'https://backstage.example.com/',
) => preparationTexts({ ...content, ...other }, { appUrl });

describe('preparationTexts', () => {
  it('says what was proved, that it is off, and what comes next', () => {
    const { body, commitMessage, title } = write();
    expect(title).toBe('Prepare the chart web for canary releases');
    expect(commitMessage.startsWith(`${title}\n\nGives the chart`)).toBe(true);
    expect(body).toMatch(
      /The switch is off\.\n\n### Switches, all off\n\n- progressiveDelivery\.enabled: templates\/web\.yaml, line 2\n\n### Verified with Helm\n\nWith the chart's own values; apps\/web\/values\.yaml:\n\n- with the switch off, it renders/,
    );
    expect(body).toMatch(/### What comes next\n\n1\. Merging this/);
    expect(body).toMatch(
      /\(https:\/\/backstage\.example\.com\/catalog\/default\/component\/web\/progressive-delivery\/preparation\/main\.argocd\.web\)\.\n\nRequested-by: user:default\/guest$/,
    );
  });

  it('keeps why it was asked for, unless that is said anew', () => {
    const keptDescription = 'Why:\n\n> Before';
    expect(write({ keptDescription }).body).toContain(keptDescription);
    const { body } = write({ keptDescription, description: 'Now' });
    expect(body).toContain('> Now');
    expect(body).not.toContain('Before');
  });

  it('has nothing in it that a Git host would act on', () => {
    const { body, commitMessage, title } = write({
      chart: { name: 'web', directory: 'charts/fixes #1 @all' },
      title: 'Closes #2',
      notes: [
        {
          id: 'mentions',
          parameters: {},
          text: 'templates/NOTES.txt: see ![](https://evil.example.com) @all',
        },
      ],
    });
    for (const text of [body, commitMessage, title]) {
      expect(text).not.toMatch(/(fixes|Closes) #\d|@all|!\[\]\(/);
    }
  });

  it('fits into what Git hosts take', () => {
    const { body, title } = write({
      title: 'long '.repeat(100),
      notes: Array.from({ length: 60 }, (_, index) => ({
        id: 'mentions',
        parameters: {},
        text: `${index} ${'long '.repeat(500)}`,
      })),
    });
    expect(title.length).toBeLessThanOrEqual(250);
    expect(body.length).toBeLessThan(61_000);
    expect(body).toMatch(/\nRequested-by: user:default\/guest$/);
  });
});
