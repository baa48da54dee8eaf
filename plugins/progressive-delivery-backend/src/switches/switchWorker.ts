import { InputError } from '@backstage/errors';
import { answerAsWorker } from '../processes/answerAsWorker';
import { ChartValues } from './describeSwitches';
import { ReadSwitch, readSwitches } from './readSwitches';

/** An error's class does not survive the way between threads. */
export type SwitchAnswer =
  | { state: 'read'; switches: ReadSwitch[] }
  | { state: 'refused'; because: string };

/** Where this very module is, in the sources as in what is built of them. */
export const switchWorkerFile = __filename;

export default answerAsWorker((chart: ChartValues): SwitchAnswer => {
  try {
    return { state: 'read', switches: readSwitches(chart) };
  } catch (error) {
    if (error instanceof InputError) {
      return { state: 'refused', because: error.message };
    }
    throw error;
  }
});
