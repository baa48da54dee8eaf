import {
  AdoptionObstacle,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { adoptChart, Adoption } from '../../adoption/adoptChart';
import { answerAsWorker } from '../../processes/answerAsWorker';

/** A chart that is to be prepared, as it goes to a thread: no buffers, which would arrive as plain bytes. */
export interface AdoptionQuestion {
  files: ReadonlyMap<string, Uint8Array>;
  values: readonly { name: string; files: readonly (Uint8Array | string)[] }[];
  /** Absolute path. */
  helm: string;
  /** See `AdoptOptions`. */
  within: readonly string[];
  /** After which it gives up. */
  seconds: number;
}

/** What there is to say where a chart takes too much. */
export function tookTooMuch(seconds: number): AdoptionObstacle {
  return toMessage('adoptionObstacle', {
    id: 'tookTooMuch',
    parameters: { seconds },
  });
}

async function adopt({
  files,
  helm,
  seconds,
  values,
  within,
}: AdoptionQuestion): Promise<Adoption> {
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    return await adoptChart(
      new Map(Array.from(files, ([path, bytes]) => [path, bufferOf(bytes)])),
      {
        helm,
        within,
        values: values.map(set => ({
          name: set.name,
          files: set.files.map(each =>
            typeof each === 'string' ? each : bufferOf(each),
          ),
        })),
        signal,
      },
    );
  } catch (error) {
    if (signal.aborted) {
      return { state: 'refused', because: [tookTooMuch(seconds)] };
    }
    throw error;
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export default answerAsWorker(adopt, __filename);
