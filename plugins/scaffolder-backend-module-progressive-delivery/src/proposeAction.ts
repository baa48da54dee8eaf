import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { MOST_TITLE_CHARACTERS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ProgressiveDeliveryService } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { chooseSwitch } from './chooseSwitch';
import { logPreflight } from './logPreflight';

/** The action `progressive-delivery:propose`: opens the pull request that flips a switch, as the template's user. */
export function createProposeAction({
  progressiveDelivery,
}: {
  progressiveDelivery: ProgressiveDeliveryService;
}) {
  return createTemplateAction({
    id: 'progressive-delivery:propose',
    description:
      'Opens the pull request that takes a workload from a Deployment to a canaried Rollout, or back',
    examples: [
      {
        description: 'Turn progressive delivery on for a component',
        example: `steps:
  - id: propose
    action: progressive-delivery:propose
    input:
      entityRef: component:default/agents-controllers
      target: production.argocd.agents
      enabled: true
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string({
            description:
              'The entity, such as component:default/agents-controllers',
          }),
        target: z =>
          z
            .string({
              description:
                'ID or title of the delivery target; optional if the entity has only one',
            })
            .optional(),
        switch: z =>
          z
            .string({
              description:
                'The switch, such as controllers.progressiveDelivery.enabled; optional if the entity owns only one',
            })
            .optional(),
        enabled: z =>
          z.boolean({
            description: 'true for a Rollout, false for a Deployment',
          }),
        title: z =>
          z
            .string({
              description:
                'Title of the pull request and its commit. Default: progressiveDelivery.proposals.titleTemplate',
            })
            .trim()
            .min(1)
            .max(MOST_TITLE_CHARACTERS)
            .optional(),
        draft: z =>
          z
            .boolean({
              description:
                'Whether to open the pull request as a draft. Default: progressiveDelivery.proposals.draft',
            })
            .optional(),
        description: z =>
          z
            .string({ description: 'Why; quoted in the pull request' })
            .max(4000)
            .optional(),
        override: z =>
          z
            .object({
              findings: z
                .array(
                  z.object({
                    id: z.string({
                      description: 'ID of the check, such as prune-last-live',
                    }),
                    object: z.object({
                      kind: z.string(),
                      namespace: z.string().optional(),
                      name: z.string(),
                      cluster: z.string().optional(),
                    }),
                  }),
                )
                .min(1)
                .max(100),
              reason: z
                .string({
                  description:
                    'Why; quoted in the pull request and in the audit log',
                })
                .trim()
                .min(1)
                .max(2000),
            })
            .describe(
              'Preflight findings to override; requires the permission progressive-delivery.proposal.override',
            )
            .optional(),
      },
      output: {
        outcome: z =>
          z.enum(['created', 'existing', 'updated', 'already-set', 'dry-run'], {
            description:
              'Whether a pull request was opened, was open already, was brought up to date, or is not needed',
          }),
        summary: z =>
          z.string({ description: 'What will happen, in one sentence' }),
        findings: z =>
          z.array(
            z.object({
              id: z.string(),
              object: z.object({
                kind: z.string(),
                namespace: z.string().optional(),
                name: z.string(),
                cluster: z.string().optional(),
              }),
              severity: z.string(),
              seen: z.string(),
              why: z.string(),
              remedy: z.string(),
            }),
            { description: 'What preflight checks have found' },
          ),
        overridden: z =>
          z
            .array(
              z.object({
                id: z.string(),
                object: z.object({
                  kind: z.string(),
                  namespace: z.string().optional(),
                  name: z.string(),
                  cluster: z.string().optional(),
                }),
                severity: z.string(),
                seen: z.string(),
                why: z.string(),
                remedy: z.string(),
              }),
              { description: 'Findings that were overridden' },
            )
            .optional(),
        url: z =>
          z.string({ description: 'URL of the pull request' }).optional(),
        number: z =>
          z.number({ description: 'Number of the pull request' }).optional(),
      },
    },
    async handler(ctx) {
      const { entityRef, enabled, title, draft, description, override } =
        ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const chosen = chooseSwitch(
        await progressiveDelivery.getTargets({ entityRef }, { credentials }),
        ctx.input,
      );
      const reference = { entityRef, target: chosen.target };
      const comparison = await progressiveDelivery.getComparison(
        { ...reference, switch: chosen.switch, enabled },
        { credentials },
      );
      ctx.logger.info(comparison.summary);
      ctx.output('summary', comparison.summary);
      logPreflight(comparison.preflight, ctx.logger);
      ctx.output('findings', comparison.preflight?.findings ?? []);
      if (comparison.alreadySet) {
        ctx.output('outcome', 'already-set');
        return;
      }
      if (ctx.isDryRun) {
        ctx.output('outcome', 'dry-run');
        return;
      }
      const { notes, outcome, overridden, proposal } =
        await progressiveDelivery.propose(
          {
            ...reference,
            switch: chosen.switch,
            enabled,
            title,
            draft,
            description,
            override,
            digest: comparison.digest,
            profile: comparison.profile.id,
          },
          { credentials },
        );
      ctx.logger.info(`Pull request #${proposal.number}: ${proposal.url}`);
      notes?.forEach(({ text }) => ctx.logger.warn(text));
      ctx.output('outcome', outcome);
      ctx.output('url', proposal.url);
      ctx.output('number', proposal.number);
      ctx.output('overridden', overridden ?? []);
    },
  });
}
