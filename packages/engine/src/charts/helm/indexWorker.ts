import { answerAsWorker } from '../../processes/answerAsWorker';
import { readIndex } from './repositoryIndex';

interface IndexQuestion {
  /** The thread reads it where it is. */
  index: SharedArrayBuffer;
  chart: string;
  /** URL, for messages. */
  repository: string;
}

export default answerAsWorker(
  ({ chart, index, repository }: IndexQuestion) =>
    readIndex(Buffer.from(index).toString('utf8'), chart, repository),
  __filename,
);
