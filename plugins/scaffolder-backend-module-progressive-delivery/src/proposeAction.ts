import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ProgressiveDeliveryService } from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
import { chooseSwitch } from './chooseSwitch';

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
                'Id or title of the delivery target; may be left out where the entity has only one',
            })
            .optional(),
        switch: z =>
          z
            .string({
              description:
                'The switch, such as controllers.progressiveDelivery.enabled; may be left out where the entity owns only one',
            })
            .optional(),
        enabled: z =>
          z.boolean({
            description: 'true for a Rollout, false for a Deployment',
          }),
        description: z =>
          z
            .string({ description: 'Why; quoted in the pull request' })
            .max(4000)
            .optional(),
      },
      output: {
        outcome: z =>
          z.enum(['created', 'existing', 'already-set', 'dry-run'], {
            description:
              'Whether a pull request was opened, was open already, or is not needed',
          }),
        summary: z =>
          z.string({ description: 'What will happen, in one sentence' }),
        url: z =>
          z.string({ description: 'Where the pull request is' }).optional(),
        number: z =>
          z.number({ description: 'Number of the pull request' }).optional(),
      },
    },
    async handler(ctx) {
      const { entityRef, enabled, description } = ctx.input;
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
      for (const { id, remedy, seen, severity } of comparison.preflight
        ?.findings ?? []) {
        ctx.logger.warn(`${severity}: ${seen} (${id}). ${remedy}`);
      }
      if (comparison.alreadySet) {
        ctx.output('outcome', 'already-set');
        return;
      }
      if (ctx.isDryRun) {
        ctx.output('outcome', 'dry-run');
        return;
      }
      const { outcome, proposal } = await progressiveDelivery.propose(
        {
          ...reference,
          switch: chosen.switch,
          enabled,
          description,
          digest: comparison.digest,
          profile: comparison.profile.id,
        },
        { credentials },
      );
      ctx.logger.info(`Pull request #${proposal.number}: ${proposal.url}`);
      ctx.output('outcome', outcome);
      ctx.output('url', proposal.url);
      ctx.output('number', proposal.number);
    },
  });
}
