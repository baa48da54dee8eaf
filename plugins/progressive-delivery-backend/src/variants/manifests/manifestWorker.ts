import { answerAsWorker } from '../../processes/answerAsWorker';
import { parseManifests } from './manifests';

/** Where this very module is, in the sources as in what is built of them. */
export const manifestWorkerFile = __filename;

export interface ManifestQuestion {
  text: string;
  /** For messages. */
  file: string;
}

export default answerAsWorker(({ file, text }: ManifestQuestion) =>
  parseManifests(text, file),
);
