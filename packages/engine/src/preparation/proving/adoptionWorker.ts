import { adoptChart, Adoption } from '../../adoption/adoptChart';
import { answerWithProcesses } from '../../processes/answerAsWorker';
import { WorkerProcesses } from '../../processes/WorkerProcesses';

/** A chart that is to be prepared, as it goes to a thread: no buffers, which would arrive as plain bytes. */
export interface AdoptionQuestion {
  files: ReadonlyMap<string, Uint8Array>;
  values: readonly { name: string; files: readonly (Uint8Array | string)[] }[];
  /** Absolute path. */
  helm: string;
  /** See `AdoptOptions`. */
  release: string | undefined;
  within: readonly string[];
}

async function adopt(
  { files, helm, release, values, within }: AdoptionQuestion,
  processes: WorkerProcesses,
): Promise<Adoption> {
  return adoptChart(
    new Map(Array.from(files, ([path, bytes]) => [path, bufferOf(bytes)])),
    {
      helm,
      release,
      within,
      processes,
      values: values.map(set => ({
        name: set.name,
        files: set.files.map(each =>
          typeof each === 'string' ? each : bufferOf(each),
        ),
      })),
    },
  );
}

function bufferOf({ buffer, byteLength, byteOffset }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

export default answerWithProcesses(adopt, __filename);
