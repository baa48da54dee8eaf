/** Whether a text can be the name of a namespace: a DNS label. */
export function isNamespaceName(text: string): boolean {
  return /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text);
}

/** Whether a text can be the Kubernetes plugin's name of a cluster, which is sent to it in a header. */
export function isClusterName(text: string): boolean {
  return /^[\x21-\x7e]{1,253}$/.test(text);
}
