import { z } from 'zod/v4';

/** A repository that charts may be fetched from, as configuration has it. */
export const chartRepositorySchema = z
  .object({
    url: z
      .string()
      .regex(
        /^(https?|oci):\/\/[\w.-]+(:\d+)?(\/[\w.~+-]+)*\/*$/,
        'must be an https:// or oci:// URL without credentials',
      )
      .transform(url =>
        url
          .replace(/\/+$/, '')
          .replace(/^\w+:\/\/[^/]*/, origin => origin.toLowerCase()),
      ),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    token: z.string().min(1).optional(),
    hosts: z
      .array(
        z
          .string()
          .regex(/^[\w.-]+(:\d+)?$/, 'must be a host, or host:port')
          .transform(host => host.toLowerCase()),
      )
      .default([]),
    plainHttp: z.boolean().default(false),
  })
  .strict()
  .refine(
    each => Boolean(each.username) === Boolean(each.password),
    'username and password belong together',
  )
  .refine(
    each => !(each.token && each.password),
    'either a token or a password',
  )
  .refine(
    each => !each.plainHttp || each.url.startsWith('oci:'),
    'plainHttp is for oci:// only: other URLs say http:// themselves',
  );

/** The same, with its defaults. */
export type ChartRepositoryConfig = z.infer<typeof chartRepositorySchema>;
