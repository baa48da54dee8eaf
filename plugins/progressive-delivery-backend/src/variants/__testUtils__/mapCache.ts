import { CacheService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';

/** A cache that keeps everything. */
export function mapCache(): jest.Mocked<CacheService> {
  const kept = new Map<string, string>();
  const cache = mockServices.cache.mock();
  cache.get.mockImplementation(async (key: string) => {
    const value = kept.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  });
  cache.set.mockImplementation(async (key: string, value: JsonValue) => {
    kept.set(key, JSON.stringify(value));
  });
  return cache;
}
