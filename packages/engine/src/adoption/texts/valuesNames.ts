import {
  AdoptionObstacle,
  AdoptionValues,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Those of the chart alone. */
export const OWN_VALUES: AdoptionValues = toMessage('adoptionValues', {
  id: 'own',
  parameters: {},
});

/** Those of a {@link ValuesSet}. */
export function namedValues(name: string): AdoptionValues {
  return toMessage('adoptionValues', { id: 'named', parameters: { name } });
}

/** Whether what an obstacle names are the values of a {@link ValuesSet}, without more on top. */
export function areNamed(
  values: AdoptionObstacle['parameters'][string] | undefined,
  name: string,
): boolean {
  return (
    typeof values === 'object' &&
    values.id === 'named' &&
    values.parameters.name === name
  );
}

/** The same with some more on top, such as `autoscaling.enabled=true`. */
export function valuesAnd(
  values: AdoptionValues,
  settings: readonly string[],
): AdoptionValues {
  const { parameters } = values;
  const all = [
    ...('settings' in parameters ? parameters.settings : []),
    ...settings,
  ];
  return 'name' in parameters
    ? toMessage('adoptionValues', {
        id: 'namedWith',
        parameters: { name: parameters.name, settings: all },
      })
    : toMessage('adoptionValues', {
        id: 'ownWith',
        parameters: { settings: all },
      });
}
