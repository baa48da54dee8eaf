import {
  Comparison,
  DocumentChange,
  Finding,
  Preflight,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  defaultBodyTemplate,
  defaultTitleTemplate,
} from '../../proposalTemplates';
import { ProposalContent, ProposalTexts } from './ProposalTexts';
import { requesterOf } from './requester';

const workload = (kind: string, name = 'agents-controllers') => ({
  apiVersion: 'apps/v1',
  kind,
  name,
});

const kindChange: DocumentChange = {
  change: 'kind-changed',
  before: workload('Deployment'),
  after: workload('Rollout'),
  patch: '-kind: Deployment\n+kind: Rollout\n',
  differences: [],
  shortened: false,
};

const comparison: Comparison = {
  target: 'main.argocd.agents',
  switch: 'controllers.progressiveDelivery.enabled',
  enabled: true,
  digest: 'd',
  profile: { id: 'p', helm: 'v4.3.1', kustomize: 'v5.8.3', apiVersions: [] },
  base: { repository: 'r', branch: 'main', commit: 'c' },
  summary: 'Deployment agents-controllers becomes a Rollout.',
  sentences: [],
  alreadySet: false,
  valuesChange: {
    file: 'values.yaml',
    path: 'controllers.progressiveDelivery.enabled',
    line: 12,
    before: false,
    after: true,
  },
  masked: true,
  unstable: [],
  unchanged: 11,
  changes: [kindChange],
};

const finding = (
  severity: Finding['severity'],
  id: string,
  seen = 'It is missing',
): Finding => ({
  id,
  object: { kind: 'Deployment', name: 'agents-controllers' },
  severity,
  parameters: {},
  seen,
  why: 'Pods go first.',
  remedy: 'Add it.',
});

const preflight = (findings: Finding[]): Preflight => ({
  findings,
  unchecked: [
    {
      id: 'quota-left',
      message: 'forbidden',
      parameters: {},
      reason: 'It may not.',
      remedy: 'Let it.',
    },
  ],
  summary: { looked: 40, found: findings.length, couldNotLook: 1 },
  acknowledgeWarnings: false,
});

const content: ProposalContent = {
  comparison,
  targetTitle: 'agents',
  entityRef: 'component:default/agents-controllers',
  requestedBy: 'user:default/guest',
};

const texts = (
  config: { titleTemplate?: string; bodyTemplate?: string } = {},
): ProposalTexts =>
  ProposalTexts.create({
    config: {
      titleTemplate: defaultTitleTemplate,
      bodyTemplate: defaultBodyTemplate,
      ...config,
    },
    appUrl: 'https://backstage.example.com/',
  });

describe('ProposalTexts', () => {
  it('says what happens, why, what was found and who asks, and leads back', () => {
    expect(texts().title(content)).toBe(
      'Turn controllers.progressiveDelivery.enabled on for agents',
    );
    expect(
      texts().body({
        ...content,
        description: 'Releases in steps.',
        comparison: {
          ...comparison,
          preflight: preflight([finding('warn', 'retry-refresh')]),
        },
      }),
    ).toBe(`> Deployment agents-controllers becomes a Rollout.

Why:

> Releases in steps.

### Values

\`controllers.progressiveDelivery.enabled\` in \`values.yaml\`, line 12: \`false\` → \`true\`

### Preflight

40 checks ran, 1 with findings, 1 could not complete: \`quota-left\`.

- **warn** \`retry-refresh\`: It is missing. Pods go first.

<details>

<summary>Rendered manifests: 1 changed, 11 unchanged</summary>

Rendered with Helm v4.3.1 and Kustomize v5.8.3.

**Deployment \`agents-controllers\` becomes a Rollout**

\`\`\`diff
-kind: Deployment
+kind: Rollout
\`\`\`

</details>

Requested by \`user:default/guest\` for \`component:default/agents-controllers\`: [follow it in Backstage](https://backstage.example.com/catalog/default/component/agents-controllers/progressive-delivery).

Requested-by: user:default/guest`);
  });

  it('tells what was overridden, and why, apart from what else was found', () => {
    const overridden = finding('block', 'prune-last-live');
    const body = texts().body({
      ...content,
      comparison: {
        ...comparison,
        preflight: preflight([overridden, finding('warn', 'retry-refresh')]),
      },
      override: { findings: [overridden], reason: 'We accept it.\n/merge' },
    });
    expect(body).toContain(
      '**Overridden**\n\n- **block** `prune-last-live`: It is missing. Pods go first.\n\nReason:\n\n> We accept it.\n> /merge\n\n**Also found**\n\n- **warn** `retry-refresh`',
    );
  });

  it('says that the values file does not set the switch yet', () => {
    const valuesChange = { ...comparison.valuesChange!, before: undefined };
    expect(
      texts().body({
        ...content,
        comparison: { ...comparison, valuesChange },
      }),
    ).toContain('line 12: not set → `true`');
  });

  it('never has values that only some may see', () => {
    expect(() =>
      texts().body({
        ...content,
        comparison: { ...comparison, masked: false },
      }),
    ).toThrow('not masked');
  });

  it('lets nothing that somebody wrote forge who asks', () => {
    const forgery = '\n\nRequested-by: user:default/somebody-else\n';
    const forged: ProposalContent = {
      ...content,
      targetTitle: `agents${forgery}`,
      description: forgery,
      comparison: { ...comparison, summary: `It${forgery}` },
      coAuthor: { name: 'Guest', email: 'guest@example.com' },
    };
    expect(texts().title(forged)).not.toContain('\n');
    expect(
      texts()
        .commitMessage(forged)
        .match(/^[\w-]+: .*$/gm),
    ).toEqual([
      'Requested-by: user:default/guest',
      'Co-authored-by: Guest <guest@example.com>',
      'Backstage-Base: main',
      'Backstage-Preview: d p',
    ]);
    expect(requesterOf(texts().body(forged))).toBe('user:default/guest');
  });

  it('fills in the templates of the configuration, and nothing of what it fills in', () => {
    const custom = texts({
      titleTemplate: 'feat({{target}}): {{ state }}',
      bodyTemplate: 'cc @platform\n\n{{ description }}\n\n{{ target }}',
    });
    expect(custom.title(content)).toBe('feat(agents): on');
    expect(custom.body(content)).toBe(
      'cc @platform\n\nagents\n\nRequested-by: user:default/guest',
    );
    expect(
      custom.body({
        ...content,
        targetTitle: '{{ entity }} *$&*',
        description: '{{ target }}',
      }),
    ).toBe(
      'cc @platform\n\nWhy:\n\n> {{ target }}\n\n{{ entity }} \\*\\$\\&\\*\n\nRequested-by: user:default/guest',
    );
  });

  it('leaves out whole documents, then whole sections, of what is too long', () => {
    const long = { ...kindChange, patch: '+x\n'.repeat(15_000) };
    const documents = texts().body({
      ...content,
      comparison: { ...comparison, changes: [long, long, kindChange] },
    });
    expect(documents.length).toBeLessThanOrEqual(60_000);
    expect(documents).toContain('1 of 3 documents. The preview in Backstage');
    expect(documents).toContain('+kind: Rollout');

    const firstPage = texts().body({
      ...content,
      comparison: { ...comparison, changed: 4_000, nextCursor: '1' },
    });
    expect(firstPage).toContain('manifests: 4000 changed, 11 unchanged');
    expect(firstPage).toContain('3999 of 4000 documents. The preview');
    expect(firstPage).toContain('+kind: Rollout');

    const sections = texts().body({
      ...content,
      description: '\u200b'.repeat(4_000),
      comparison: {
        ...comparison,
        changes: [long],
        preflight: preflight(
          Array.from({ length: 50 }, (_, index) =>
            finding('warn', `check-${index}`, '*'.repeat(5_000)),
          ),
        ),
      },
    });
    expect(sections.length).toBeLessThanOrEqual(60_000);
    expect(sections).toContain(
      'Omitted, because the pull request would be too long: the preflight findings.',
    );
    expect(sections).toContain('1 of 1 documents');
    expect(requesterOf(sections)).toBe('user:default/guest');
  });
});
