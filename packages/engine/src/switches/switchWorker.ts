import { answerAsWorker } from '../processes/answerAsWorker';
import { readSwitches } from './readSwitches';

export default answerAsWorker(readSwitches, __filename);
