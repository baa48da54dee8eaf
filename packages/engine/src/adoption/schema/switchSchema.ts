import agents from './agentsSwitch.json';

/** The key under which a schema of this draft holds what its parts refer to. */
type DefinitionsKey = 'definitions' | '$defs';

/**
 * What values of the switch may be. It holds what it refers to itself, so that no name of the chart's schema is taken.
 *
 * @param place - JSON pointer to where it will be
 */
export function switchSchema(place: string, key: DefinitionsKey): object {
  const text = JSON.stringify({ ...agents.schema, [key]: agents.definitions });
  return JSON.parse(
    text.replaceAll('"#/definitions/', `"${place}/${key}/`),
  ) as object;
}

/** What values of a workload's own switch may be. */
export const ownSwitchSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { enabled: { type: ['boolean', 'null'] } },
};
