import { WorkerPool } from '@progressive-delivery/engine';

// Each file of tests has a pool of its own, whose threads would otherwise be there for a minute more.
afterAll(() => WorkerPool.forProcess().close());
