export { ChartService } from './ChartService';
export { chartRepositorySchema } from './repositories/chartRepositoryConfig';
