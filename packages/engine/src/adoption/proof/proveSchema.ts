import { AdoptionObstacle } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { obstacle } from '../texts/AdoptionText';
import { AdoptionTrial, valuesWith } from './AdoptionTrial';
import { whenAllEnd } from './whenAllEnd';

/** What a chart's schema has to accept and to refuse of the switch. */
const trials: SchemaTrial[] = [
  {
    path: 'progressiveDelivery',
    value: {
      enabled: true,
      canarySteps: [{ setWeight: 10 }, { pause: { duration: '5m' } }],
      maxSurge: '25%',
    },
    accepted: true,
  },
  { path: 'progressiveDelivery.enabled', value: 'yes', accepted: false },
  {
    path: 'progressiveDelivery.canarySteps',
    value: [{ setWeight: 101 }],
    accepted: false,
  },
  { path: 'progressiveDelivery.enable', value: true, accepted: false },
];

interface SchemaTrial {
  /** In the values. */
  path: string;
  value: unknown;
  accepted: boolean;
}

/** Tries with Helm whether the schema accepts and refuses what it should. */
export async function proveSchema(
  trial: AdoptionTrial,
  files: readonly string[],
): Promise<AdoptionObstacle[]> {
  const own = trial.plan.workloads
    .filter(({ switchPath }) => switchPath !== 'progressiveDelivery.enabled')
    .map(({ switchPath }) => ({
      path: switchPath,
      value: 'yes',
      accepted: false,
    }));
  const results = await whenAllEnd(
    [...trials, ...own].map(async ({ accepted, path, value }, index) => {
      // As it would stand in a values file.
      const what = `${path}: ${JSON.stringify(value)}`;
      const file = await trial.valuesFile(
        `schema-${index}`,
        valuesWith(path, value),
      );
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
