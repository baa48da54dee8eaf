import { answerAsWorker } from '../answerAsWorker';

/** What is done with it, all in the thread. */
export type Order =
  | { do: 'echo'; value: string }
  | { do: 'count' }
  | { do: 'hang' }
  | { do: 'fill' }
  | { do: 'throw' }
  | { do: 'exit' };

/** Each thread counts for itself. */
let orders = 0;

export default answerAsWorker((order: Order): unknown => {
  orders++;
  switch (order.do) {
    case 'echo':
      return order.value;
    case 'count':
      return orders;
    case 'hang':
      for (;;);
    case 'fill':
      for (const kept: string[][] = []; ; ) {
        kept.push(Array.from({ length: 100_000 }, (_, index) => `${index}`));
      }
    case 'throw':
      throw new RangeError('as told');
    case 'exit':
      return process.exit(3);
    default:
      return order satisfies never;
  }
}, __filename);
