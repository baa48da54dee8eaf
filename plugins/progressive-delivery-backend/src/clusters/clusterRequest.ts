import {
  ClusterResource,
  clusterResources,
  ClusterVerb,
  resourcePath,
} from './clusterResources';

/** Objects of a page: each page takes a connection of its own between the proxy and the API server. */
const PAGE_SIZE = 1_000;

/** What is asked for. */
export interface ClusterRequest<Verb extends ClusterVerb = ClusterVerb> {
  /** Name of the Kubernetes plugin's cluster. */
  cluster: string;
  resource: ClusterResource<Verb>;
  /** Absent for a kind that is in no namespace, and for all namespaces at once. */
  namespace?: string;
}

/** What of a namespace is asked for. */
export interface ListRequest extends ClusterRequest<'list'> {
  /** The name of the only object that is asked for. */
  only?: string;
  labelSelector?: string;
  /** What the API server itself can tell apart, such as `type=Warning` of events. */
  fieldSelector?: string;
}

/** What of a namespace is watched. */
export type WatchRequest = ListRequest & ClusterRequest<'watch'>;

/** From where on and for how long it is watched. */
export type WatchFrom = WatchRequest & {
  resourceVersion: string;
  timeoutSeconds: number;
};

/** The path of a page of a list, the first one without `next`. */
export function pagePath(request: ListRequest, next?: string): string {
  const query = new URLSearchParams({
    limit: String(pageSizeOf(request)),
    ...(next && { continue: next }),
    ...selectors(request),
  });
  return `${resourcePath(request)}?${query}`;
}

/** The path of a list of one object, whichever that is. */
export function probePath(request: ClusterRequest<'list'>): string {
  return `${resourcePath(request)}?limit=1`;
}

/** The path of a watch. */
export function watchPath(request: WatchFrom): string {
  const query = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    resourceVersion: request.resourceVersion,
    timeoutSeconds: String(request.timeoutSeconds),
    ...selectors(request),
  });
  return `${resourcePath(request)}?${query}`;
}

function pageSizeOf({ resource }: ClusterRequest): number {
  const known = clusterResources[resource];
  return 'pageSize' in known ? known.pageSize : PAGE_SIZE;
}

function selectors({ only, fieldSelector, labelSelector }: ListRequest) {
  const fields = [
    ...(only ? [`metadata.name=${only}`] : []),
    ...(fieldSelector ? [fieldSelector] : []),
  ];
  return {
    ...(fields.length > 0 && { fieldSelector: fields.join(',') }),
    ...(labelSelector && { labelSelector }),
  };
}
