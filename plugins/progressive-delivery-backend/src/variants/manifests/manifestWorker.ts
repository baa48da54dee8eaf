import { answerAsWorker } from '../../processes/answerAsWorker';
import { parseManifests } from './manifests';

/** Where this very module is, in the sources as in what is built of them. */
export const manifestWorkerFile = __filename;

export default answerAsWorker(parseManifests);
