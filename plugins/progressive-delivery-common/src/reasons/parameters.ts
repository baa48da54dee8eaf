import { z } from 'zod/v4';

/** What the texts of reasons are filled in with. */

export const anchor = z.string();
/** Path of the archive of a chart in the repository, or its name, version and repository. */
export const archive = z.string();
/** A values path; `.` for the root. */
export const at = z.string();
export const bytes = z.number();
export const characters = z.number();
export const chart = z.string();
export const cluster = z.string();
/** Of the parser. */
export const code = z.string();
/** Path or name of a command, or what it is run for, such as `kustomize edit set image`. */
export const command = z.string();
/** Shortened. */
export const commit = z.string();
/** The key of the app-config that names it. */
export const configuration = z.string();
export const digest = z.string();
/** From the repository's root. */
export const directory = z.string();
/** An address as it should be. */
export const example = z.string();
export const exitCode = z.number();
export const expected = z.string();
/** Such as `helm.valueFiles`, or `helmCharts.0.name` of a kustomization. */
export const field = z.string();
export const fields = z.array(z.string());
/** From the repository's root; of a text in a field, `<owner>: <field>`. */
export const file = z.string();
export const files = z.number();
export const format = z.string();
/** What is there instead. */
export const found = z.string();
export const helm = z.string();
export const host = z.string();
export const instead = z.string();
export const key = z.string();
export const kinds = z.array(z.string());
export const kustomize = z.string();
export const levels = z.number();
export const limit = z.number();
export const line = z.number();
export const longestName = z.number();
export const longestPath = z.number();
export const mebibytes = z.number();
/** In the words of who refused: a parser, a schema, a tool, a network. */
export const message = z.string();
export const name = z.string();
export const one = z.string();
export const other = z.string();
export const otherRevision = z.string();
/** What has to be changed to change a field: such as `Application agents`, or a file. */
export const owner = z.string();
export const pages = z.number();
/** From the repository's root. */
export const path = z.string();
export const pattern = z.string();
/** Name of a source that others refer to, without the dollar sign. */
export const ref = z.string();
/** As it is written. */
export const reference = z.string();
export const refs = z.array(z.string());
export const replicas = z.string();
/** URL. */
export const repository = z.string();
export const revision = z.string();
export const rule = z.string();
export const seconds = z.number();
/** Key of the app-config, of an integration. */
export const setting = z.string();
export const signal = z.string();
/** Such as `spec.sources[1]`. */
export const source = z.string();
export const status = z.number();
export const tag = z.string();
export const tags = z.array(z.string());
/** Each a file, and the place in it. */
export const steps = z.array(z.string());
/** Where a link or a redirect leads. */
export const target = z.string();
export const tool = z.string();
/** A kind of Git host, such as `gitlab`. */
export const type = z.string();
export const url = z.string();
export const value = z.string();
export const values = z.number();
export const variable = z.string();
export const version = z.string();
export const wanted = z.string();
