import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { whenAllEnd } from './whenAllEnd';

/** What a chart's schema has to accept and to refuse of the switch. */
const trials: { what: string; values: object; accepted: boolean }[] = [
  {
    what: 'steps of a canary',
    values: {
      progressiveDelivery: {
        enabled: true,
        canarySteps: [{ setWeight: 10 }, { pause: { duration: '5m' } }],
        maxSurge: '25%',
      },
    },
    accepted: true,
  },
  {
    what: 'progressiveDelivery.enabled: "yes"',
    values: { progressiveDelivery: { enabled: 'yes' } },
    accepted: false,
  },
  {
    what: 'a weight of 101',
    values: { progressiveDelivery: { canarySteps: [{ setWeight: 101 }] } },
    accepted: false,
  },
  {
    what: 'progressiveDelivery.enable',
    values: { progressiveDelivery: { enable: true } },
    accepted: false,
  },
];

/** Tries with Helm whether the schema accepts and refuses what it should. */
export async function proveSchema(
  trial: AdoptionTrial,
  files: readonly string[],
): Promise<AdoptionObstacle[]> {
  const own = trial.plan.workloads
    .filter(({ switchPath }) => switchPath !== 'progressiveDelivery.enabled')
    .map(({ switchPath }) => ({
      what: `${switchPath}: "yes"`,
      values: valuesWith(switchPath, 'yes'),
      accepted: false,
    }));
  const results = await whenAllEnd(
    [...trials, ...own].map(async ({ accepted, values, what }, index) => {
      const file = await trial.valuesFile(`schema-${index}`, values);
      const result = await trial.helm.template(
        trial.input('after', [...files, file]),
      );
      if (accepted && result.state === 'failed') {
        const { message } = result;
        return obstacle('schemaRefuses', { what, message });
      }
      // What fails without the schema says nothing of it.
      return !accepted &&
        !(result.state === 'failed' && /schema/i.test(result.message))
        ? obstacle('schemaAccepts', { what })
        : undefined;
    }),
  );
  return results.filter(each => each !== undefined);
}
