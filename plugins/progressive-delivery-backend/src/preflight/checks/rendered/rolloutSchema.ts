import { fieldOf } from '../../../variants/manifests/fields';
import { movedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';
import { schemaProblems } from './structuralSchema';

/**
 * The Rollout is what the destination cluster's own definition says a Rollout is. Fields that only a Deployment has
 * (`strategy.type`, `strategy.rollingUpdate`) are dropped by the API server without a word, and Argo CD shows the
 * Application OutOfSync for good.
 */
export const rolloutSchema = preflightCheck({
  id: 'rollout-schema',
  severity: 'block',
  pieces: ['rolloutDefinition'],
  run: ({ moved }, { rolloutDefinition }) => {
    const version = rolloutDefinition.value?.spec.versions.find(
      ({ name }) => name === 'v1alpha1',
    );
    const schema = fieldOf(
      fieldOf(version?.schema?.openAPIV3Schema, 'properties'),
      'spec',
    );
    return moved
      .filter(({ becomes }) => becomes === 'Rollout')
      .flatMap(each => {
        const [first, ...others] = schemaProblems(each.after.spec, schema, [
          'spec',
        ]);
        return first
          ? [
              {
                object: { ...movedObject(each), kind: 'Rollout' },
                message:
                  first.problem === 'unknown'
                    ? ('unknownField' as const)
                    : ('invalidField' as const),
                parameters: {
                  rollout: each.name,
                  field: first.field,
                  rule: first.rule,
                  others: others.length,
                },
              },
            ]
          : [];
      });
  },
});
