import type { RecordedObject } from './takeRecord';

/** Events that say no more than the objects do. */
const QUIET_REASONS = [
  'NewReplicaSetCreated',
  'RolloutAddedToInformer',
  'ScalingReplicaSet',
  'SwitchService',
];

/** Kinds of which it matters who has written them and when; of which field each was is kept of none. */
const WRITTEN_KINDS = ['Rollout', 'AnalysisRun', 'Experiment', 'Deployment'];

/** What is kept of an object: nothing of an Event that tells nothing. */
export function reduceObject(object: RecordedObject): RecordedObject[] {
  const { managedFields, ...metadata } = object.metadata;
  if (object.kind === 'Event' && isQuiet(object)) {
    return [];
  }
  return [
    {
      ...object,
      metadata: {
        ...metadata,
        managedFields: WRITTEN_KINDS.includes(object.kind)
          ? managedFields?.map(
              ({ fieldsV1: _fields, fieldsType: _type, ...entry }) => entry,
            )
          : undefined,
      },
    },
  ];
}

/** What all but the Rollout itself say while all is well would be more than all the rest. */
function isQuiet({ type, reason, involvedObject }: RecordedObject): boolean {
  return (
    type === 'Normal' &&
    (involvedObject?.kind !== 'Rollout' || QUIET_REASONS.includes(reason ?? ''))
  );
}
