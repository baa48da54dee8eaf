import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf } from '../../../variants/manifests/fields';
import { movedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
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
      .flatMap((each): Found[] => {
        const [first, ...others] = schemaProblems(each.after.spec, schema, [
          'spec',
        ]);
        if (!first) {
          return [];
        }
        const object = { ...movedObject(each), kind: 'Rollout' };
        const parameters = {
          rollout: each.name,
          field: first.field,
          others: others.length,
        };
        return [
          first.problem === 'unknown'
            ? { object, message: 'unknownField', parameters }
            : {
                object,
                message: 'invalidField',
                parameters: {
                  ...parameters,
                  rule: toMessage('reason', first.rule),
                },
              },
        ];
      });
  },
});
