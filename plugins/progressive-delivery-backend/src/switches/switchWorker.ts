import { answerAsWorker } from '../processes/answerAsWorker';
import { readSwitches } from './readSwitches';

/** Where this very module is, in the sources as in what is built of them. */
export const switchWorkerFile = __filename;

export default answerAsWorker(readSwitches);
