import { ConflictError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  Comparison,
  DeliveryTargetSummary,
  Finding,
  findingMessage,
  Proposal,
  uncheckedMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProgressiveDeliveryService } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { createProposeAction } from './proposeAction';

const entityRef = 'component:default/agents-controllers';
const switchId = 'controllers.progressiveDelivery.enabled';

const target: DeliveryTargetSummary = {
  id: 'main.argocd.agents',
  title: 'agents',
  sources: [],
  destination: {},
  switches: [
    {
      id: switchId,
      enabled: false,
      owned: true,
      origin: { from: 'chart', file: 'charts/agents/values.yaml' },
    },
    {
      id: 'progressiveDelivery.enabled',
      enabled: false,
      owned: false,
      origin: { from: 'chart', file: 'charts/agents/values.yaml' },
    },
  ],
  workloads: [],
  rendering: { state: 'done' },
  live: { state: 'done' },
  problems: [],
};

const comparison: Comparison = {
  target: target.id,
  switch: switchId,
  enabled: true,
  digest: 'the-digest',
  profile: { id: 'the-profile', helm: 'v4', kustomize: 'v5', apiVersions: [] },
  base: { repository: 'r', branch: 'main', commit: 'c' },
  summary: 'Deployment agents-controllers becomes a Rollout.',
  sentences: [],
  alreadySet: false,
  valuesChange: { file: 'values.yaml', path: switchId, line: 3, after: true },
  masked: true,
  unstable: [],
  unchanged: 1,
  changes: [],
};

const proposal: Proposal = {
  number: 7,
  url: 'https://git.example.com/platform/gitops/pulls/7',
  title: 't',
  branch: 'b',
  state: 'open',
  switch: switchId,
  enabled: true,
  createdAt: '2026-11-24T00:00:00Z',
  journey: [],
};

const finding: Finding = {
  id: 'prune-last-live',
  object: { kind: 'Deployment', namespace: 'agents', name: 'agents' },
  severity: 'block',
  ...findingMessage({
    message: 'pruneLastMissing',
    parameters: {
      kind: 'Deployment',
      workload: 'agents',
      replacedBy: 'Rollout',
    },
  }),
};

describe('progressive-delivery:propose', () => {
  const service: jest.Mocked<ProgressiveDeliveryService> = {
    getTargets: jest.fn(),
    getComparison: jest.fn(),
    getComparisonDocuments: jest.fn(),
    getProposals: jest.fn(),
    propose: jest.fn(),
    getRollouts: jest.fn(),
    actOnRollout: jest.fn(),
  };
  const action = createProposeAction({ progressiveDelivery: service });

  beforeEach(() => {
    jest.resetAllMocks();
    service.getTargets.mockResolvedValue({ targets: [target], unusable: [] });
    service.getComparison.mockResolvedValue(comparison);
    service.propose.mockResolvedValue({ outcome: 'created', proposal });
  });

  it('proposes exactly what it previewed, as the user who runs the template', async () => {
    const context = createMockActionContext({
      input: {
        entityRef,
        enabled: true,
        title: 'Turn it on',
        draft: true,
        description: 'safer releases',
      },
    });

    await action.handler(context);

    const credentials = await context.getInitiatorCredentials();
    expect(service.propose).toHaveBeenCalledWith(
      {
        entityRef,
        target: target.id,
        switch: switchId,
        enabled: true,
        title: 'Turn it on',
        draft: true,
        description: 'safer releases',
        digest: 'the-digest',
        profile: 'the-profile',
      },
      { credentials },
    );
    expect(context.output).toHaveBeenCalledWith('outcome', 'created');
    expect(context.output).toHaveBeenCalledWith('url', proposal.url);
    expect(context.output).toHaveBeenCalledWith('number', 7);
  });

  describe('where preflight has found something', () => {
    const preflight = {
      findings: [finding],
      unchecked: [
        {
          id: 'rollouts-crd',
          ...uncheckedMessage({ message: 'noApplication', parameters: {} }),
        },
      ],
      summary: { looked: 11, found: 1, couldNotLook: 1 },
      acknowledgeWarnings: false,
    };

    beforeEach(() => {
      service.getComparison.mockResolvedValue({ ...comparison, preflight });
    });

    it('says what, what to do, and what could not look, and outputs it', async () => {
      const context = {
        ...createMockActionContext({ input: { entityRef, enabled: true } }),
        isDryRun: true,
      };
      const warn = jest.spyOn(context.logger, 'warn');
      const info = jest.spyOn(context.logger, 'info');
      await action.handler(context);

      expect(info).toHaveBeenCalledWith(
        'Preflight: 11 checks ran, 1 with findings, 1 could not complete',
      );
      expect(warn.mock.calls.map(([text]) => text)).toEqual([
        `block: ${finding.seen} (prune-last-live). ${finding.remedy}\n${finding.code}`,
        'rollouts-crd could not complete: This target has no Argo CD Application that Backstage can read. Name its Application in the annotation argocd/app-name of the entity.',
      ]);
      expect(context.output).toHaveBeenCalledWith('findings', [finding]);
    });

    it('fails with what blocks it', async () => {
      const refusal = new ConflictError(
        `These findings block the pull request: ${finding.seen} (prune-last-live).`,
      );
      service.propose.mockRejectedValue(refusal);
      await expect(
        action.handler(
          createMockActionContext({ input: { entityRef, enabled: true } }),
        ),
      ).rejects.toThrow(finding.seen);
    });

    it('overrides what the input names, and outputs what was overridden', async () => {
      service.propose.mockResolvedValue({
        outcome: 'created',
        proposal,
        overridden: [finding],
      });
      const override = {
        findings: [{ id: finding.id, object: finding.object }],
        reason: 'Within the maintenance window',
      };
      const context = createMockActionContext({
        input: { entityRef, enabled: true, override },
      });
      await action.handler(context);
      expect(service.propose.mock.calls[0][0].override).toEqual(override);
      expect(context.output).toHaveBeenCalledWith('overridden', [finding]);
    });
  });

  it('changes nothing in a dry run', async () => {
    const context = {
      ...createMockActionContext({ input: { entityRef, enabled: true } }),
      isDryRun: true,
    };

    await action.handler(context);

    expect(service.propose).not.toHaveBeenCalled();
    expect(context.output).toHaveBeenCalledWith('outcome', 'dry-run');
    expect(context.output).toHaveBeenCalledWith('summary', comparison.summary);
  });

  it('proposes nothing where Git holds the value already', async () => {
    service.getComparison.mockResolvedValue({
      ...comparison,
      alreadySet: true,
    });
    const context = createMockActionContext({
      input: { entityRef, enabled: true },
    });

    await action.handler(context);

    expect(service.propose).not.toHaveBeenCalled();
    expect(context.output).toHaveBeenCalledWith('outcome', 'already-set');
  });

  it('asks which target is meant where there are several', async () => {
    service.getTargets.mockResolvedValue({
      targets: [target, { ...target, id: 'main.argocd.agents-staging' }],
      unusable: [],
    });
    await expect(
      action.handler(
        createMockActionContext({ input: { entityRef, enabled: true } }),
      ),
    ).rejects.toThrow(
      /Choose a delivery target .* main\.argocd\.agents, main\.argocd\.agents-staging/,
    );
  });

  it('says why a target that is named cannot be used', async () => {
    service.getTargets.mockResolvedValue({
      targets: [],
      unusable: [
        {
          reference: 'argocd/app-name: agents',
          reason: 'not-allowed',
          message: {
            id: 'unknown',
            parameters: {},
            text: 'The Application does not point back.',
          },
          problems: [],
          remedies: [],
        },
      ],
    });
    await expect(
      action.handler(
        createMockActionContext({
          input: { entityRef, enabled: true, target: 'agents' },
        }),
      ),
    ).rejects.toThrow(
      /has no delivery target agents; its targets: none\. argocd\/app-name: agents: The Application does not point back/,
    );
  });

  it('refuses a switch that the entity does not own', async () => {
    await expect(
      action.handler(
        createMockActionContext({
          input: {
            entityRef,
            enabled: true,
            switch: 'progressiveDelivery.enabled',
          },
        }),
      ),
    ).rejects.toThrow(/owns: controllers\.progressiveDelivery\.enabled/);
  });
});
