import { answerAsWorker } from '../../processes/answerAsWorker';
import { readIndex } from './repositoryIndex';

export interface IndexQuestion {
  /** The thread reads it where it is. */
  index: SharedArrayBuffer;
  chart: string;
  /** URL, for messages. */
  repository: string;
}

/** Where this very module is, in the sources as in what is built of them. */
export const indexWorkerFile = __filename;

export default answerAsWorker(({ chart, index, repository }: IndexQuestion) =>
  readIndex(Buffer.from(index).toString('utf8'), chart, repository),
);
