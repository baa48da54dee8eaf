import { answerAsWorker } from '../../processes/answerAsWorker';
import { parseManifests } from './manifests';

export interface ManifestQuestion {
  text: string;
  /** For messages. */
  file: string;
}

export default answerAsWorker(
  ({ file, text }: ManifestQuestion) => parseManifests(text, file),
  __filename,
);
