import type { ProgressiveDeliveryApi } from './ProgressiveDeliveryApi';
import type {
  ProgressiveDeliveryClient,
  ProgressiveDeliveryClientOptions,
} from './ProgressiveDeliveryClient';

/**
 * The client, loaded when it is first asked: every page of an app makes its APIs, and only some pages show what this
 * plugin has. Where loading fails, the next call tries again.
 */
export function lazyClient(
  options: ProgressiveDeliveryClientOptions,
): ProgressiveDeliveryApi {
  let created: ProgressiveDeliveryClient | undefined;
  const client = async () => {
    const module = await import('./ProgressiveDeliveryClient');
    created ??= module.ProgressiveDeliveryClient.create(options);
    return created;
  };
  return {
    getFleet: async (...asked) => (await client()).getFleet(...asked),
    getTargets: async (...asked) => (await client()).getTargets(...asked),
    getComparison: async (...asked) => (await client()).getComparison(...asked),
    getComparisonDocuments: async (...asked) =>
      (await client()).getComparisonDocuments(...asked),
    getComparisonDocument: async (...asked) =>
      (await client()).getComparisonDocument(...asked),
    getProposals: async (...asked) => (await client()).getProposals(...asked),
    createProposal: async (...asked) =>
      (await client()).createProposal(...asked),
    updateProposal: async (...asked) =>
      (await client()).updateProposal(...asked),
    closeProposal: async (...asked) => (await client()).closeProposal(...asked),
    getCharts: async (...asked) => (await client()).getCharts(...asked),
    getChartPreparation: async (...asked) =>
      (await client()).getChartPreparation(...asked),
    prepareChart: async (...asked) => (await client()).prepareChart(...asked),
    getRollouts: async (...asked) => (await client()).getRollouts(...asked),
    getRolloutManifest: async (...asked) =>
      (await client()).getRolloutManifest(...asked),
    actOnRollout: async (...asked) => (await client()).actOnRollout(...asked),
    streamRollouts: async (...asked) =>
      (await client()).streamRollouts(...asked),
  };
}
