/** What of a router's inside shows its routes; Express 4 has no public way to it. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
  regexp: RegExp;
}

/** `METHOD /path` of all that a router answers, routers within it included. */
export function routesOf(router: { stack?: Layer[] }, prefix = ''): string[] {
  return (router.stack ?? []).flatMap(({ handle, regexp, route }) => {
    if (route) {
      return Object.keys(route.methods).map(
        method => `${method.toUpperCase()} ${prefix}${route.path}`,
      );
    }
    const mounted = /^\^\\\/([\w-]+)/.exec(regexp.source)?.[1];
    return routesOf(handle, mounted ? `${prefix}/${mounted}` : prefix);
  });
}
