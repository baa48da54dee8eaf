import { messageSchema } from '../texts';
import {
  chart,
  directory,
  field,
  file,
  instead,
  limit,
  mebibytes,
  message,
  path,
  reference,
  replicas,
} from './parameters';

/** What of a kustomization keeps an overlay from being previewed. */
export const kustomizationReasons = [
  messageSchema('kustomizationMissing', { directory }),
  messageSchema('tooManyKustomizations', { limit }),
  /** `file`: the one with which they are too large together. */
  messageSchema('kustomizationsTooLarge', { file, mebibytes }),
  messageSchema('runsPrograms', { field, file }),
  messageSchema('fieldUnsupported', { field, file }),
  messageSchema('fieldReplaced', { field, file, instead }),
  messageSchema('fieldInvalid', { field, file, message }),
  messageSchema('namedMissing', { path, file }),
  messageSchema('takenForRemote', { reference, file }),
  messageSchema('chartNowhere', { directory, chart, file }),
  messageSchema('valuesFileSplit', { path, file }),
  messageSchema('patchAsksForFunction', {}),
  messageSchema('componentIsPattern', { reference }),
  messageSchema('nothingToPatch', {}),
  messageSchema('replicasInvalid', { replicas }),
] as const;
