import { Found, preflightCheck } from '../preflightCheck';

/** The cluster serves Rollouts, as the controller and autoscalers need them. */
export const rolloutsCrd = preflightCheck({
  id: 'rollouts-crd',
  severity: 'block',
  pieces: ['rolloutDefinition'],
  run: ({ target }, { rolloutDefinition: { value: definition } }): Found[] => {
    const cluster = target.destination.cluster ?? '';
    const object = {
      kind: 'CustomResourceDefinition',
      name: 'rollouts.argoproj.io',
      cluster,
    };
    if (!definition) {
      return [{ object, message: 'crdMissing', parameters: { cluster } }];
    }
    const established = definition.status?.conditions.find(
      ({ type }) => type === 'Established',
    );
    if (established?.status !== 'True') {
      return [
        {
          object,
          message: 'crdNotEstablished',
          parameters: {
            cluster,
            condition:
              established?.message ??
              `Established=${established?.status ?? 'Unknown'}`,
          },
        },
      ];
    }
    const version = definition.spec.versions.find(
      ({ name, served }) => name === 'v1alpha1' && served,
    );
    if (!version) {
      return [
        { object, message: 'crdVersionMissing', parameters: { cluster } },
      ];
    }
    const subresources = (['status', 'scale'] as const).filter(
      name => !version.subresources?.[name],
    );
    return subresources.length > 0
      ? [
          {
            object,
            message: 'crdSubresourcesMissing',
            parameters: { cluster, subresources },
          },
        ]
      : [];
  },
});
